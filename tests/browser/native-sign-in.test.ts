import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { bring, openApp } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import type { Stage } from '../../scripts/stage.ts';
import type { AuditView } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { satFolder } from '../sat-folder.ts';
import {
  countReceived,
  idOf,
  idsePage,
  Native,
  opensslOpens,
  opensslReads,
  receivedAt,
  satHosts,
  satPage,
  typeInto,
} from './native.ts';
import { countEntries, tabIdOf, tellWorker } from './page-api.ts';
import { tell } from './tell.ts';
import { attemptWhen } from './watched.ts';
import { approveInPopup, everythingIsEmpty } from './widget.ts';

const idseAccess = '/imss/AccesoIDSE.idse';
const satLogin = '/nidp/app/login';

let stage: Stage;
let app: Page;
let page: Page;
let native: Native;

beforeAll(async () => {
  stage = await setGrantedStage(satSites);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.enie);
  app = await openApp(stage.browser, 'certificados');
  native = new Native(stage, app);
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

/** Whoever comes next finds no session of this one. */
afterEach(async () => {
  await closePage(page);
  await stage.browser.context.clearCookies();
});

async function lastDigest(): Promise<string | undefined> {
  const { rows } = (await tellWorker(app, 'readAudit', undefined)).res as AuditView;
  return rows.find(({ action }) => action === 'native')?.digest;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the popup shows under «Ver lo que se firma». */
const shownText = "document.querySelector('[data-field=signed-text]')?.textContent";

describe('from the popup', () => {
  test('a person with an Ñ enters the SAT, which gets a token over what was shown', async () => {
    const { enie } = stage.pki.credentials;
    await tellWorker(app, 'lock', undefined);
    const before = await countEntries(app, 'native');
    await page.goto(satPage(satHosts[0]));
    const popup = await openPopup(stage.browser, page);
    const shown = await popup.waitFor<string>(shownText);
    await typeInto(popup, say('password_vault'), enie.password);
    await popup.click('form.approval button.primary[aria-disabled=false]');
    expect(await popup.waitFor("document.querySelector('.done h2')?.innerText")).toBe(
      say('native_done'),
    );
    await popup.close();
    await page.waitForURL('https://portalcfdi.facturaelectronica.sat.gob.mx/');
    expect(await page.content()).toContain(enie.legalName);

    const { token = '', fert, guid = '', ...rest } = receivedAt(stage, satLogin);
    expect(await opensslReads(stage, token, enie.readCertificate())).toBe(shown);
    expect(shown).toBe(`${guid}|${enie.rfc}|${enie.serialNumber}`);
    expect(fert).toMatch(/^\d{12}Z$/);
    expect(rest).toMatchObject({ credentialsRequired: 'CERT', ks: 'null' });
    expect(await lastDigest()).toBe(sha256(shown));
    expect(await countEntries(app, 'native')).toBe(before + 1);
  });

  test('a person with an Ñ enters IDSE with an account of its own', async () => {
    const { enie } = stage.pki.credentials;
    const account = { user: 'pedro.luna', password: 'contraseña de idse' };
    stage.replica.accounts.set(enie.rfc, account);
    await page.goto(idsePage);
    const popup = await openPopup(stage.browser, page);
    const shown = await popup.waitFor<string>(shownText);
    await popup.click('form.approval button.primary[aria-disabled=false]');
    expect(
      await popup.waitFor("document.querySelector('.failure [data-field=cause]')?.textContent"),
    ).toBe('account_missing');
    // What went wrong is read out first.
    await popup.waitFor("document.activeElement.matches('.failure-text')");
    await typeInto(popup, say('native_idse_user'), account.user);
    await typeInto(popup, say('native_idse_password'), account.password);
    await popup.click('form.approval button.primary[aria-disabled=false]');
    await popup.waitFor("document.querySelector('.done')");
    await popup.close();
    await page.getByText(enie.legalName).first().waitFor();

    const { pkcs7 = '', ...rest } = receivedAt(stage, idseAccess);
    expect(pkcs7).toMatch(/^[A-Za-z0-9+/]+=*-----END\+PKCS7-----$/);
    expect(await opensslOpens(stage, pkcs7)).toBe(shown);
    expect(rest).toEqual({
      siteId: '9',
      certificado: `${enie.rfc}.cer`,
      llave: `${enie.rfc}.key`,
      idUsuario: account.user,
      password: account.password,
    });
    expect(await lastDigest()).toBe(sha256(shown));
  });
});

/** What every field of every frame holds, also of those that nobody sees. */
async function heldByFields(): Promise<string[]> {
  const held = page
    .frames()
    .map((frame) =>
      frame.evaluate(() =>
        [...document.querySelectorAll('input')].map(
          ({ id, name, value }) => `${id} ${name} ${value}`,
        ),
      ),
    );
  return (await Promise.all(held)).flat();
}

test.each([
  ['the SAT', satPage(satHosts[0]), false],
  ['IDSE', idsePage, true],
])(
  'over %s the popup puts nothing in and sends nothing until it is told to',
  async (_, url, asksUser) => {
    const traces = async () => [
      countReceived(stage),
      await countEntries(app, 'native'),
      await countEntries(app, 'fill'),
    ];
    await page.goto(url);
    const [fields, before] = [await heldByFields(), await traces()];
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor(shownText);
    await popup.waitFor(
      "document.querySelector('form.approval button.primary[aria-disabled=false]')",
    );
    expect([await heldByFields(), await traces()]).toEqual([fields, before]);

    await popup.click('[data-action=fill-instead]');
    await popup.waitFor("!document.querySelector('[data-field=signed-text]')");
    await popup.waitFor(
      "document.querySelector('form.approval button.primary[aria-disabled=false]')",
    );
    expect(
      await popup.evaluate("document.querySelector('form.approval input[type=text]') !== null"),
    ).toBe(asksUser);
    expect([await heldByFields(), await traces()]).toEqual([fields, before]);
    await popup.close();
  },
);

describe('with an account of IDSE that is kept', () => {
  const idse = { user: 'usuario guardado', password: 'clave guardada ñ' };
  let enie: Credential;
  let credentialId: string;

  beforeAll(async () => {
    ({ enie } = stage.pki.credentials);
    credentialId = await idOf(app, enie.rfc);
    stage.replica.accounts.set(enie.rfc, idse);
    await tell(app, 'saveAccount', {
      id: credentialId,
      account: {},
      idse,
      password: enie.password,
    });
  });

  afterAll(() =>
    tell(app, 'saveAccount', {
      id: credentialId,
      account: {},
      idse: null,
      password: enie.password,
    }),
  );

  const received = () => {
    const { idUsuario, password } = receivedAt(stage, idseAccess);
    return { user: idUsuario, password };
  };

  test('the password of the vault is all that has to be typed, and no other opens it', async () => {
    await tell(app, 'lock');
    await page.goto(idsePage);
    const plan = await native.planned(page);
    const request = { plan, credentialId };
    const entries = await countEntries(app, 'native');
    expect(await native.signIn({ ...request, password: 'otra cosa' })).toBe('wrong_vault_password');
    expect(await native.signIn(request)).toBe('account_missing');
    expect(await countEntries(app, 'native')).toBe(entries);
    expect(await native.signIn({ ...request, password: enie.password })).toBeUndefined();
    await page.getByText(enie.legalName).first().waitFor();
    expect(received()).toEqual(idse);
  });

  test('the popup asks for nothing else, and says that it is used', async () => {
    await page.goto(idsePage);
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor(shownText);
    await popup.waitFor(
      `document.querySelector('form.approval').innerText.includes(${JSON.stringify(say('native_account_kept'))})`,
    );
    expect(await popup.evaluate("document.querySelectorAll('form.approval input').length")).toBe(1);
    await approveInPopup(popup, enie.password);
    await popup.waitFor("document.querySelector('.done')");
    await popup.close();
    await page.getByText(enie.legalName).first().waitFor();
    expect(received()).toEqual(idse);
  });

  test('its form gets the user name that is kept', async () => {
    await page.goto(idsePage);
    await page.click('#cerrarAviso');
    const tabId = await tabIdOf(stage.browser, page);
    const plan = await tell(app, 'planFill', { tabId });
    expect(plan.asks.user).toBe(true);
    const { password } = enie;
    expect(await tell(app, 'fill', { plan, credentialId, password })).toEqual({ page: 'ready' });
    expect(await page.inputValue('#idUsuario')).toBe(idse.user);

    const leaving = page.waitForEvent('load');
    await tell(app, 'closeClient', { tabId, host: 'idse.imss.gob.mx' });
    await leaving;
  });
});

describe('by messages', () => {
  beforeAll(async () => {
    const { cerPath, keyPath, password } = stage.pki.credentials.company;
    await bring(app, [cerPath, keyPath], password, 'use');
    const other = await stage.browser.context.newPage();
    for (const address of [satPage(satHosts[0]), idsePage]) {
      await other.goto(address);
      const tabId = await tabIdOf(stage.browser, other);
      await tellWorker(app, 'closeClient', { tabId, host: new URL(address).host });
    }
    await closePage(other);
  });

  test.each(satHosts)('a company enters at %s', async (host) => {
    const { company } = stage.pki.credentials;
    await page.goto(satPage(host));
    const plan = await native.planned(page);
    expect(plan).toMatchObject({ pageOrigin: `https://${host}`, asksAccount: false });
    const credentialId = await idOf(app, company.rfc);
    expect(await native.signIn({ plan, credentialId })).toBeUndefined();
    await page.waitForURL('https://portalcfdi.facturaelectronica.sat.gob.mx/');
    const { token = '' } = receivedAt(stage, satLogin);
    expect(await opensslReads(stage, token, company.readCertificate())).toContain(company.rfc);
  });

  test.skipIf(!satFolder)('EKU9003173C9 enters IDSE and the SAT', async () => {
    const files = ['cer', 'key'].map((end) => `${satFolder}/fiel-vigente/EKU9003173C9.${end}`);
    const other = await openApp(stage.browser, 'certificados');
    await bring(other, files, '12345678a', 'use');
    await closePage(other);
    stage.replica.registry.register(new Uint8Array(await readFile(files[0] ?? '')));
    const account = { user: 'escuela', password: 'kemper' };
    stage.replica.accounts.set('EKU9003173C9', account);
    const credentialId = await idOf(app, 'EKU9003173C9');
    for (const address of [idsePage, satPage(satHosts[3])]) {
      await page.goto(address);
      const plan = await native.planned(page);
      expect(await native.signIn({ plan, credentialId, account })).toBeUndefined();
      await page.getByText('ESCUELA KEMPER').first().waitFor();
      await attemptWhen(stage.browser, page, ({ widget }) => widget === 'ok');
    }
  });

  test('two clicks make one signature', async () => {
    await page.goto(satPage(satHosts[1]));
    const plan = await native.planned(page);
    const credentialId = await idOf(app, stage.pki.credentials.company.rfc);
    const [received, entries] = [countReceived(stage), await countEntries(app, 'native')];
    const codes = await Promise.all([1, 2].map(() => native.signIn({ plan, credentialId })));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    await page.waitForURL('https://portalcfdi.facturaelectronica.sat.gob.mx/');
    expect(countReceived(stage)).toBe(received + 1);
    expect(await countEntries(app, 'native')).toBe(entries + 1);
  });

  test('while the session of another client is open nothing is signed', async () => {
    const { company, enie } = stage.pki.credentials;
    const address = satPage(satHosts[2]);
    await page.goto(address);
    const first = await native.planned(page);
    const companyId = await idOf(app, company.rfc);
    expect(await native.signIn({ plan: first, credentialId: companyId })).toBeUndefined();
    await page.waitForURL('https://portalcfdi.facturaelectronica.sat.gob.mx/');

    await page.goto(address);
    const plan = await native.planned(page);
    const [received, entries] = [countReceived(stage), await countEntries(app, 'native')];
    const request = { plan, credentialId: await idOf(app, enie.rfc), password: enie.password };
    expect(await native.signIn(request)).toBe('other_client_active');
    expect(countReceived(stage)).toBe(received);
    expect(await countEntries(app, 'native')).toBe(entries);
    expect(await tell(app, 'activeClient', { tabId: plan.tabId })).toMatchObject({
      rfc: company.rfc,
    });
    // The same text is still good for whoever is in.
    expect(await native.signIn({ plan, credentialId: companyId })).toBeUndefined();
  });

  test('IDSE gets back its text with the line ends that came with it', async () => {
    const { enie } = stage.pki.credentials;
    const account = { user: 'pedro.luna', password: 'contraseña de idse' };
    stage.replica.accounts.set(enie.rfc, account);
    stage.replica.variants.lineEnds = true;
    onTestFinished(() => {
      stage.replica.variants.lineEnds = false;
    });
    await page.goto(idsePage);
    const tabId = await tabIdOf(stage.browser, page);
    await tellWorker(app, 'closeClient', { tabId, host: 'idse.imss.gob.mx' });
    await page.goto(idsePage);
    const plan = await native.planned(page);
    expect(plan.challenge).toMatch(/^\r\n[\w-]{43}\r\n$/);
    const request = { credentialId: await idOf(app, enie.rfc), password: enie.password, account };
    expect(await native.signIn({ ...request, plan })).toBeUndefined();
    await page.getByText(enie.legalName).first().waitFor();
  });

  test('a wrong password of IDSE is what the portal says, and nothing is tried again', async () => {
    const { company } = stage.pki.credentials;
    await page.goto(idsePage);
    const plan = await native.planned(page);
    const [received, fills] = [countReceived(stage), await countEntries(app, 'fill')];
    const credentialId = await idOf(app, company.rfc);
    const account = { user: company.rfc, password: 'otra' };
    expect(await native.signIn({ plan, credentialId, account })).toBeUndefined();
    const error = page.locator('#imsgErrors').filter({ hasText: 'contraseña de IDSE' });
    await error.waitFor();
    expect(await native.signIn({ plan, credentialId, account })).toMatch(
      /^(page_changed|native_uncertain)$/,
    );
    expect(countReceived(stage)).toBe(received + 1);
    expect(receivedAt(stage, idseAccess)['password']).toBe('otra');
    const refused = await attemptWhen(stage.browser, page, ({ texts }) => texts.length > 0);
    expect(refused.widget, 'nobody is in').toBeUndefined();
    expect(refused.filledWith, 'it judges the one that was given to it').toBe(credentialId);
    expect(await everythingIsEmpty(page), 'nor is it tried by the form').toBe(true);
    expect(await countEntries(app, 'fill')).toBe(fills);
  });

  test('without an account nothing is signed for IDSE', async () => {
    await page.goto(idsePage);
    const plan = await native.planned(page);
    const credentialId = await idOf(app, stage.pki.credentials.company.rfc);
    const entries = await countEntries(app, 'native');
    const half = { user: 'alguien', password: '' };
    expect(await native.signIn({ plan, credentialId })).toBe('account_missing');
    expect(await native.signIn({ plan, credentialId, account: half })).toBe('account_missing');
    expect(await countEntries(app, 'native')).toBe(entries);
  });
});
