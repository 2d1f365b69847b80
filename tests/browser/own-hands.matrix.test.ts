/** «Llenarlo yo»: everything that is needed to fill a form by hand, and nothing secret. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { addressOf, portals, type KnownPortal } from '../../src/portals/index.ts';
import type { Credential } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';
import { screenOf, tabTo, waitForFocus, type Screen } from './keyboard.ts';
import { tell } from './tell.ts';
import { everythingIsEmpty, frameAt } from './widget.ts';

const withForm = portals.filter(({ forms }) => forms.length > 0);

let stage: Stage;
let person: Credential;
let hands: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  ({ person } = stage.pki.credentials);
  await chooseSafety(stage.browser);
  hands = await stage.browser.context.newPage();
  // What a person would have in the clipboard.
  await hands.addInitScript(() => {
    const kept = window as unknown as { copied: string[]; refuses: boolean };
    kept.copied = [];
    navigator.clipboard.writeText = async (text) => {
      if (kept.refuses) throw new DOMException('no', 'NotAllowedError');
      kept.copied.push(text);
    };
  });
});
afterAll(() => stage.close());

beforeEach(() => hands.bringToFront());

async function openFor(portal: string): Promise<void> {
  const { extensionId } = stage.browser;
  await hands.goto(`chrome-extension://${extensionId}/src/app/index.html#/llenarlo-yo`);
  await hands.reload();
  await hands.locator('main select').first().waitFor();
  await hands.locator('.hands-portal select').selectOption(portal);
  await hands.locator('[data-field=hand-fields]').waitFor();
}

const step = (name: string) => hands.locator(`[data-step=${name}]`);

const listed = (): Promise<(string | null)[]> =>
  hands
    .locator('[data-field=hand-fields] > li')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-for')));

test('an address that names no portal asks for one', async () => {
  const { extensionId } = stage.browser;
  for (const query of ['', '?portal=nadie', '?portal=replica-entrar']) {
    await hands.goto(`chrome-extension://${extensionId}/src/app/index.html#/llenarlo-yo${query}`);
    await hands.reload();
    await hands.locator('.hands-portal select').waitFor();
    expect(await hands.locator('[data-field=hand-fields]').count()).toBe(0);
  }
});

test('without any e.firma it says what to have at hand', async () => {
  await openFor('idse');
  expect(await step('try').innerText()).toContain(say('hands_try_none'));
  expect(await step('copy').innerText()).toContain(say('hands_copy_none_idse'));
  expect(await step('files').innerText()).toContain(say('hands_files_none'));
  expect(await hands.locator('main button').count()).toBe(0);
});

const rows = withForm.map((portal): [string, KnownPortal] => [portal.id, portal]);

test.each(rows)('%s: the fields in their order, the button, the way there', async (id, portal) => {
  await openFor(id);
  const [form] = portal.forms;
  expect(await listed()).toEqual([...Object.keys(form?.fields ?? {}), 'submit']);
  const button = hands.locator('[data-for=submit] strong');
  expect(await button.innerText()).toBe(form?.texts?.submit);
  const link = step('form').locator('a.button');
  expect(await link.getAttribute('href')).toBe(addressOf(portal));
  const sketched = await hands.locator('.form-sketch .sketch-label').allInnerTexts();
  const names = await hands.locator('[data-field=hand-fields] strong').allInnerTexts();
  expect(names.slice(0, -1)).toEqual(sketched);
});

describe('with an e.firma that is kept', () => {
  beforeAll(async () => {
    await keepFiles(stage.browser, person);
  });

  test('it is reached from every approval, also one that can not be given, and the page is left alone', async () => {
    const page = await stage.browser.context.newPage();
    await page.goto(pages.fill);
    await frameAt(page);
    const approval = await openPopup(stage.browser, page);
    await approval.waitFor("document.querySelector('form.approval [data-field=own-hands]')");
    await approval.close();
    await page.evaluate(() => document.querySelector('#formFirmaDigital')?.remove());
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor("document.querySelector('.failure [data-field=cause]')", 20_000);
    const [opened] = await Promise.all([
      stage.browser.context.waitForEvent('page'),
      popup.click('[data-field=own-hands]'),
    ]);
    await opened.locator('[data-field=hand-fields]').waitFor();
    expect(opened.url()).toMatch(/#\/llenarlo-yo\?portal=buzon-imss$/);
    expect(await everythingIsEmpty(page)).toBe(true);
    await opened.close();
    await closePage(page);
  });

  test('it is reached from a procedure', async () => {
    const app = await openApp(stage.browser, 'tramites');
    await app.locator('summary').filter({ hasText: /IDSE/ }).first().click();
    const link = app.locator('details[open] [data-field=own-hands]').first();
    const [opened] = await Promise.all([app.waitForEvent('popup'), link.click()]);
    await opened.locator('[data-field=hand-fields]').waitFor();
    expect(opened.url()).toMatch(/#\/llenarlo-yo\?portal=[a-z-]+$/);
    await opened.close();
    await app.close();
  });

  test('RFC, CURP, NSS and registro patronal are copied, each by its own button, and nothing secret is shown', async () => {
    const app = await openApp(stage.browser, 'ajustes');
    const [card] = await tell(app, 'listCredentials');
    await tell(app, 'saveAccount', {
      id: card?.id ?? '',
      account: { nss: '01654411378', registrosPatronales: ['C8726099103', 'Y3739432106'] },
      idse: { user: 'usuario-idse-7', password: 'clave-de-idse-7' },
      password: person.password,
    });
    await app.close();
    await openFor('idse');
    const facts = hands.locator('.hand-facts > li');
    await facts.nth(4).waitFor();
    for (const button of await facts.locator('button').all()) await button.click();
    expect(await hands.evaluate('window.copied')).toEqual([
      person.rfc,
      'PULX900215MDFRSM07',
      '01654411378',
      'C8726099103',
      'Y3739432106',
    ]);
    const told = () => hands.locator('.hand-facts [role=status]:not(:empty)').allInnerTexts();
    expect(await told()).toEqual([say('hands_copied', say('hands_registro'))]);

    await hands.evaluate('window.refuses = true');
    await facts.first().locator('button').click();
    await hands.locator('[data-fate=failed]').waitFor();
    expect(await told()).toEqual([say('hands_failed', 'RFC')]);

    const words = await hands.locator('body').innerHTML();
    for (const secret of [person.password, 'usuario-idse-7', 'clave-de-idse-7']) {
      expect(words).not.toContain(secret);
    }
  });

  test('the files are tried and saved in place, by keyboard', async () => {
    const app = await openApp(stage.browser, 'ajustes');
    await tell(app, 'lock');
    await app.close();
    await openFor('buzon-imss');
    await hands.bringToFront();
    const screen = screenOf(hands);
    await tabTo(screen, '[data-action=try]');
    await screen.press('Enter');
    await waitForFocus(screen, 'h2');
    await tabTo(screen, '[data-field=trial-unlock] input');
    await screen.type(person.password);
    await screen.press('Enter');
    await waitForFocus(screen, '.done h2');
    expect(await hands.locator('.done h2').innerText()).toBe(say('trial_good'));

    await tabTo(screen, '.hand-facts button');
    await screen.press('Enter');
    expect(await hands.evaluate('window.copied')).toEqual([person.rfc]);

    await tabTo(screen, '[data-action=export]');
    await screen.press('Enter');
    await hands.locator('dialog[open]').waitFor();
    await tabTo(screen, 'dialog input[type=password]');
    await screen.type(person.password);
    await screen.press('Enter');
    await waitForFocus(screen, 'dialog .done h2');
    expect(await savedBy(screen, '.cer')).toEqual(Buffer.from(person.readCertificate()));
    expect(await savedBy(screen, '.key')).toEqual(Buffer.from(person.readPrivateKey()));
    await tabTo(screen, 'dialog button');
    await screen.press('Enter');
    await tabTo(screen, '[data-step=form] a');
  });

  test('they are saved as one .pfx too, which the same password opens', async () => {
    await openFor('idse');
    const screen = screenOf(hands);
    await tabTo(screen, '[data-action=export]');
    await screen.press('Enter');
    await waitForFocus(screen, 'dialog[open] input[value=cer_and_key]');
    await screen.press('ArrowDown');
    await tabTo(screen, 'dialog input[type=password]');
    await screen.type(person.password);
    await screen.press('Enter');
    await waitForFocus(screen, 'dialog .done h2');
    const path = join(stage.directory, 'saved.pfx');
    await writeFile(path, await savedBy(screen, '.pfx'));
    const args = ['pkcs12', '-in', path, '-passin', 'env:PASSWORD', '-nodes'];
    const opened = await openssl(args, { password: person.password });
    const [certificate = '', key = ''] = ['CERTIFICATE', 'PRIVATE KEY'].map(
      (kind) => new RegExp(`-----BEGIN ${kind}-----[^]*-----END ${kind}-----`).exec(opened)?.[0],
    );
    const saved = new X509Certificate(certificate);
    expect(saved.raw).toEqual(Buffer.from(person.readCertificate()));
    expect(saved.checkPrivateKey(createPrivateKey(key))).toBe(true);
  });

  test('of an e.firma that fits not, or has no files here, it says so', async () => {
    const { company } = stage.pki.credentials;
    const certificates = await openApp(stage.browser, 'certificados');
    await certificates.locator('[name=keepFill]').uncheck();
    await certificates
      .locator('input[type=file]')
      .setInputFiles([company.cerPath, company.keyPath]);
    await certificates.locator('[data-field=file]').nth(1).waitFor();
    await certificates.getByLabel(say('password_key'), { exact: true }).fill(company.password);
    await certificates.locator('[data-action=save]').click();
    await certificates.getByLabel(say('password_vault'), { exact: true }).fill(person.password);
    await certificates.locator('[data-action=save]').click();
    await certificates.locator('[data-outcome]').waitFor();
    await certificates.close();

    await openFor('escritorio-virtual');
    expect(await hands.locator('.warning').count()).toBe(0);
    await hands.locator('.choice select').selectOption({ label: optionOf(company) });
    await hands.locator('.warning').waitFor();
    expect(await hands.locator('.warning').innerText()).toContain('cert.moral');
    expect(await step('files').innerText()).toContain(say('hands_files_not_kept'));
    expect(await step('files').locator('[data-action=export]').count()).toBe(0);
  });
});

/** What the link of the dialog to a file of this kind saves, reached and pressed by keyboard. */
async function savedBy(screen: Screen, ending: string): Promise<Buffer> {
  await tabTo(screen, `dialog a[download$="${ending}"]`);
  const [saved] = await Promise.all([hands.waitForEvent('download'), screen.press('Enter')]);
  return await readFile(await saved.path());
}

function optionOf({ rfc, legalName }: Credential): string {
  return `${rfc} · ${legalName}`;
}
