/** A yes is good for what the person saw: this origin, this document, this call, this moment. */
import { readFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, nextApproval, openApp, pages } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { BridgeAnswer, BridgeMessage } from '../../src/bridge/protocol.ts';
import { issueCertificate } from '../pki/issue.ts';
import {
  allApprovalsClosed,
  approvals,
  ask,
  askInWindow,
  inOurWorld,
  letAMinutePass,
  newNonce,
  tellWorker,
} from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { countAudited } from './tell.ts';

const bridge = new URL(pages.bridge).origin;
/** Another site of the list, which no popup signs in to. */
const site = 'https://idse.imss.gob.mx/';
const { origin: siteOrigin } = new URL(site);

let strangers: Strangers;
let stage: Stage;
let app: Page;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx', 'serviciosdigitales.imss.gob.mx']);
  stage = await setStage({
    headless: true,
    now: new Date('2026-11-22T12:00:00Z'),
    resolverRules: strangers.rules,
  });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  app = await openApp(stage.browser, 'ajustes');
});
afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  for (const address of [pages.bridge, site]) strangers.serve(address, '<!doctype html><p>Acceso');
  await letAMinutePass(stage.browser);
  page = await stage.browser.context.newPage();
  return async () => {
    await Promise.all(approvals(stage.browser).map((window) => window.close()));
    await closePage(page);
  };
});

/** Asks as soon as the person presses «Entrar» in the popup, and keeps what came of it. */
const asksWhenTold = () => `<!doctype html><p>Acceso<script>
  addEventListener('firma-lista:sign-in', () => {
    firmaLista.authenticate({ nonce: '${newNonce()}' }).then(
      ({ token }) => { globalThis.outcome = token; },
      ({ code }) => { globalThis.outcome = code; },
    );
  });
</script>`;

async function popupOverBridge(): Promise<Popup> {
  await page.goto(pages.bridge);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('form.approval')");
  return popup;
}

const pressYes = (popup: Popup) => popup.click('form.approval button.primary[aria-disabled=false]');

const codeIn = (popup: Popup) =>
  popup.waitFor<string>("document.querySelector('.failure code')?.textContent");

const outcome = (from: Page) => from.evaluate('globalThis.outcome') as Promise<string | undefined>;

/** Navigates as the page itself would, which leaves the popup open. */
async function navigateItself(to: string): Promise<void> {
  await page.evaluate(`void setTimeout(() => location.assign('${to}'))`);
  await page.waitForURL(to);
}

test('a yes in the popup is for the origin it shows, not for the one the tab went to', async () => {
  const before = await countAudited(stage.browser, 'authenticate');
  strangers.serve(pages.bridge, asksWhenTold());
  strangers.serve(site, asksWhenTold());
  const popup = await popupOverBridge();
  expect(await popup.evaluate("document.querySelector('.origin').textContent")).toBe(bridge);

  await navigateItself(site);
  await pressYes(popup);

  expect(await codeIn(popup)).toBe('page_changed');
  expect(await outcome(page)).toBeUndefined();
  await popup.close();
  expect(approvals(stage.browser)).toEqual([]);
  expect(await countAudited(stage.browser, 'authenticate')).toBe(before);
});

test('a page that makes way for another while the popup waits hands on nothing', async () => {
  const before = await countAudited(stage.browser, 'authenticate');
  strangers.serve(
    pages.bridge,
    `<!doctype html><p>Acceso<script>
      addEventListener('firma-lista:sign-in', () => location.assign('${site}'));
    </script>`,
  );
  strangers.serve(
    site,
    `<!doctype html><p>Acceso<script>
      firmaLista.authenticate({ nonce: '${newNonce()}' }).catch(() => undefined);
    </script>`,
  );
  const popup = await popupOverBridge();

  const window = await nextApproval(stage.browser, () => pressYes(popup));

  expect(await window.locator('.origin').first().innerText()).toBe(siteOrigin);
  await popup.close();
  expect(await countAudited(stage.browser, 'authenticate')).toBe(before);
});

test('a call that comes when the popup no longer waits is shown in a window, not refused', async () => {
  const refused = await countAudited(stage.browser, 'refuse');
  strangers.serve(pages.bridge, asksWhenTold());
  const popup = await popupOverBridge();
  // The request is written down only after the three seconds in which the popup takes it.
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    const { session } = chrome.storage;
    const set = session.set.bind(session);
    session.set = async (items: object) => {
      if (Object.keys(items).some((key) => key.startsWith('request:'))) {
        session.set = set;
        await new Promise((resolve) => setTimeout(resolve, 3200));
      }
      return set(items);
    };
  });

  const window = await nextApproval(stage.browser, () => pressYes(popup));
  await popup.close();

  expect(await window.locator('.origin').first().innerText()).toBe(bridge);
  await approve(window);
  await allApprovalsClosed(stage.browser);
  const token = await until('The page has its token', () => outcome(page));
  expect(decodeJwt(token).aud).toBe(bridge);
  expect(await countAudited(stage.browser, 'refuse')).toBe(refused);
});

test('a yes to another origin than the one that asked is refused', async () => {
  await page.goto(site);
  const before = await countAudited(stage.browser, 'authenticate');
  const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
  const id = new URL(window.url()).searchParams.get('request');
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  const [{ id: credentialId }] = res as [{ id: string }];

  const said = await tellWorker(app, 'approveRequest', {
    id,
    origin: bridge,
    credentialId,
    shareCurp: false,
  });

  expect(said).toMatchObject({ err: { code: 'request_gone' } });
  expect(await countAudited(stage.browser, 'authenticate')).toBe(before);
  await approve(window);
  const { token = '' } = await answer;
  expect(decodeJwt(token).aud).toBe(siteOrigin);
});

type Forged = BridgeMessage extends infer Each
  ? Each extends BridgeMessage
    ? Omit<Each, 'firmaLista'>
    : never
  : never;

/** A message of our own script in the page, with whatever a page would choose in it. */
function send(from: Page, message: Forged, then = ''): Promise<unknown> {
  const body = JSON.stringify({ firmaLista: 1, ...message });
  return inOurWorld(stage.browser, from, `chrome.runtime.sendMessage(${body})${then}`);
}

/** A call of that id: its window. The answer is kept in the page, and nobody says it arrived. */
async function call(from: Page, id: string, nonce = newNonce()): Promise<Page> {
  const params = { nonce };
  return await nextApproval(stage.browser, async () => {
    const message: Forged = { kind: 'call', id, method: 'authenticate', params, activated: true };
    await send(from, message, '.then((it) => { globalThis.answer = it; }); 0');
  });
}

async function answerIn(from: Page): Promise<BridgeAnswer> {
  return await until('The call is answered', async () => {
    const answer = await inOurWorld(stage.browser, from, 'globalThis.answer');
    return answer as BridgeAnswer | undefined;
  });
}

function tokenOf(answer: BridgeAnswer): string {
  if (!answer.ok) throw new Error(`No token: ${answer.failure.code}`);
  return (answer.result as { token: string }).token;
}

test('two calls to which the page gave one id are two signatures and two entries', async () => {
  await page.goto(site);
  const before = await countAudited(stage.browser, 'authenticate');
  const id = crypto.randomUUID();
  const tokens = new Set<string>();
  for (const nonce of [newNonce(), newNonce()]) {
    await approve(await call(page, id, nonce));
    tokens.add(tokenOf(await answerIn(page)));
    await inOurWorld(stage.browser, page, 'delete globalThis.answer');
    await allApprovalsClosed(stage.browser);
  }
  expect(tokens.size).toBe(2);
  expect(await countAudited(stage.browser, 'authenticate')).toBe(before + 2);
});

test('two tabs that use one id: each window signs for the origin it shows', async () => {
  const other = await stage.browser.context.newPage();
  await Promise.all([page.goto(site), other.goto(pages.bridge)]);
  const id = crypto.randomUUID();
  const [first, second] = [await call(page, id), await call(other, id)];
  expect(await first.locator('.origin').first().innerText()).toBe(siteOrigin);

  await approve(first);
  expect(decodeJwt(tokenOf(await answerIn(page))).aud).toBe(siteOrigin);

  expect(second.isClosed()).toBe(false);
  await send(page, { kind: 'cancel', id, reason: 'aborted' });
  expect(second.isClosed()).toBe(false);
  await approve(second);
  expect(decodeJwt(tokenOf(await answerIn(other))).aud).toBe(bridge);
  await closePage(other);
});

test('the document that comes after in the same tab has nothing of the call before', async () => {
  await page.goto(site);
  const [id, nonce] = [crypto.randomUUID(), newNonce()];
  await approve(await call(page, id, nonce));
  const token = tokenOf(await answerIn(page));

  await page.reload();
  expect(await send(page, { kind: 'resume', id })).toMatchObject({
    ok: false,
    failure: { code: 'interrupted' },
  });
  await send(page, { kind: 'cancel', id, reason: 'aborted' });
  await send(page, { kind: 'delivered', id });
  // Its nonce, which the page's server gave, is what the token is kept by.
  expect(await ask(page, { nonce })).toMatchObject({ token });
});

test('once a page may open no more windows, it learns of no RFC whether it is here', async () => {
  await page.goto(site);
  for (let opened = 0; opened < 3; opened += 1) {
    const { window, answer } = await askInWindow(
      stage.browser,
      page,
      { nonce: newNonce() },
      '{ signal: (globalThis.giveUp = new AbortController()).signal }',
    );
    await page.evaluate('giveUp.abort()');
    await Promise.all([answer, until('It closes', () => window.isClosed() || undefined)]);
  }
  const { rfc } = stage.pki.credentials.person;
  const codes = [];
  for (const guess of ['AAAA010101AA1', rfc, 'ROPA7809092J9']) {
    codes.push((await ask(page, { nonce: newNonce(), rfc: guess })).code);
  }
  expect(codes).toEqual(['busy', 'busy', 'busy']);
});

test('of a certificate with two CURPs both are shown before both are signed', async () => {
  const curps = { holder: 'GACN000101MVZRSR09', representative: 'SOVE881120MPLTGL01' };
  const { legalName } = stage.pki.credentials.unknownIssuer;
  await keepMinor(legalName, curps);
  await page.goto(site);
  const { window, answer } = await askInWindow(stage.browser, page, {
    nonce: newNonce(),
    rfc: 'GACN0001015V2',
    curp: true,
  });
  const choice = window.locator('form.approval label.check');
  expect(await choice.innerText()).toContain(curps.holder);
  expect(await choice.innerText()).toContain(curps.representative);
  await choice.locator('input').check();
  await approve(window);
  const { token = '' } = await answer;
  expect(decodeJwt(token)).toMatchObject({
    curp: curps.holder,
    rep: { curp: curps.representative },
  });
});

/** Keeps the e.firma of somebody under age, who signs through a parent: both halves are filled. */
async function keepMinor(
  legalName: string,
  curps: { holder: string; representative: string },
): Promise<void> {
  const { pki, directory } = stage;
  const { person } = pki.credentials;
  const keyPath = `${directory}/minor.pem`;
  const der = await issueCertificate({
    subject: [
      ['CN', legalName],
      ['name', legalName],
      ['O', legalName],
      ['C', 'MX'],
      ['emailAddress', 'pruebas@firma-lista.example'],
      ['x500UniqueIdentifier', 'GACN0001015V2 / SOVE8811206T2'],
      ['serialNumber', `${curps.holder} / ${curps.representative}`],
    ],
    strings: 'sat',
    extensions: [
      'basicConstraints = critical,CA:FALSE',
      'keyUsage = digitalSignature,nonRepudiation,dataEncipherment,keyAgreement',
      'extendedKeyUsage = emailProtection,clientAuth',
    ],
    serialNumber: pki.nextSerialNumber(),
    notBefore: person.notBefore,
    notAfter: person.notAfter,
    keyPath,
    issuer: pki.authority,
  });
  const pem = await readFile(keyPath, 'utf8');
  const said = await tellWorker(app, 'importFiles', {
    files: [
      { name: 'menor.cer', bytes: Buffer.from(der).toString('base64') },
      { name: 'menor.key', bytes: Buffer.from(pem).toString('base64') },
    ],
    password: person.password,
    vaultPassword: person.password,
    keepFill: false,
  });
  expect(said).toMatchObject({ res: { review: { ok: true } } });
}
