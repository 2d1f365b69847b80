/** Where a person asks from, as they do it; and what of a page is left as it was by being looked at. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { grantOptional } from '../../scripts/grants.ts';
import { readDiagnosis } from '../../scripts/person.ts';
import { pressIcon } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { readChecklist } from './diagnosed.ts';
import { tabIdOf } from './page-api.ts';
import { readCookies } from './site-data.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { tell } from './tell.ts';

const idse = 'https://idse.imss.gob.mx/imss/';
const imitation = 'https://idse.imss-gob.mx/imss/';
const bank = 'https://banco.example/acceso';
const hosts = [idse, imitation, bank].map((url) => new URL(url).hostname);

let profile: string;
let stage: Stage;
let strangers: Strangers;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'firma-lista-address-'));
  await grantOptional(profile, ['contentSettings']);
  await blockThirdPartyCookies();
  strangers = await startStrangers(hosts);
  stage = await setStage({ headless: true, profile, resolverRules: strangers.rules, hosts });
  strangers.secure(stage.tls);
  const form = `<input type=file id=certificado><input type=file id=llave><input id=idUsuario>
    <input type=password id=password value="secreta"><button id=botonFirma>Entrar</button>`;
  strangers.serve(idse, `<!doctype html><h1>IDSE</h1>${form}`);
  strangers.serve(imitation, `<!doctype html><h1>IDSE</h1>${form}`);
  strangers.serve(bank, '<!doctype html><h1>Banco</h1><p>Certificado revocado</p>');
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(async () => {
  await stage.close();
  await strangers.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 10 });
});
afterEach(async () => {
  const { context } = stage.browser;
  const last = await context.newPage();
  for (const other of context.pages()) if (other !== last) await closePage(other);
  await context.clearCookies();
});

/** As a person sets it in the browser. */
async function blockThirdPartyCookies(): Promise<void> {
  const path = join(profile, 'Default', 'Preferences');
  const before = JSON.parse(await readFile(path, 'utf8')) as { profile?: object };
  const after = { ...before, profile: { ...before.profile, cookie_controls_mode: 1 } };
  await writeFile(path, JSON.stringify(after));
}

async function visit(url: string): Promise<Page> {
  const page = await stage.browser.context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  return page;
}

/** Presses the icon over a page, and «No puedo ingresar» in what it opens. */
async function askOver(page: Page): Promise<Page> {
  const popup = await pressIcon(stage.browser, page);
  await popup.waitFor("document.querySelector('.popup-help') !== null");
  const opening = stage.browser.context.waitForEvent('page');
  // By key: what comes in above it moves it away under a click.
  await popup.evaluate("document.querySelector('.popup-help').focus()");
  await popup.press('Enter');
  return await opening;
}

test('over an imitation the screen says so at once, and its address goes nowhere', async () => {
  const page = await visit(imitation);
  const before = strangers.heard.length;
  const screen = await askOver(page);
  expect(await readDiagnosis(screen)).toMatchObject({ cause: 'user.phishing', certainty: 'is' });
  const address = (await readChecklist(screen)).find(({ id }) => id === 'official-address');
  expect(address?.status).toBe('fail');
  expect(strangers.heard.slice(before)).toEqual([]);
  const official = await screen
    .locator('[data-field=official-places] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(official).toContain('https://buzon.imss.gob.mx/buzonimss/login');
  expect(official).toContain(idse);
  expect(
    official.every((href) => /^https:\/\/[a-z.]+\.(?:imss|sat)\.gob\.mx\//.test(href ?? '')),
  ).toBe(true);
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
  );
  expect(kept).not.toContain('imss-gob.mx');
});

test('over a page of nobody the screen asks, as if it had been opened anywhere', async () => {
  const screen = await askOver(await visit(bank));
  await screen.locator('[data-field=questions]').waitFor();
  expect(await screen.locator('[data-field=verdict]').count()).toBe(0);
});

test('a page that nobody pressed the icon over is not looked at', async () => {
  const page = await visit(imitation);
  const tabId = await tabIdOf(stage.browser, page);
  const { signals } = await tell(await visitApp(), 'diagnose', { tabId, depth: 'full' });
  expect(signals.host).toBeUndefined();
});

test('to be looked at leaves no cookie, changes none, and reads no field', async () => {
  const page = await visit(idse);
  const tabId = await tabIdOf(stage.browser, page);
  const app = await visitApp();
  const ask = () => tell(app, 'diagnose', { tabId, depth: 'full' });
  const empty = await ask();
  expect(empty.signals).toMatchObject({ cookieProbe: 'ok', js: 'allow', cookies: 'allow' });
  expect(await readCookies({ stage })).toEqual([]);

  await page.evaluate("document.cookie = 'sesion=abc; Path=/; Secure'");
  const before = await readCookies({ stage });
  const [html, view] = [await page.content(), await ask()];
  expect(view.signals.cookieProbe).toBe('ok');
  expect(JSON.stringify(view)).not.toMatch(/secreta|sesion|abc/);
  expect(await page.content()).toBe(html);
  expect(await readCookies({ stage })).toEqual(before);
  const sent = strangers.heard.map(({ headers }) => headers.cookie ?? '').join();
  expect(sent).not.toContain('firma_lista');
});

test('with the permission, windows are left for the person to look at, and nothing is missing', async () => {
  const screen = await askOver(await visit(idse));
  const findings = await readChecklist(screen);
  const windows = findings.find(({ id }) => id === 'blocked-windows');
  expect(windows?.status).toBe('manual');
  expect(windows?.text).toContain(say('evidence_windows_to_look'));
  expect(findings.filter(({ text }) => text.includes(say('missing_content_settings')))).toEqual([]);
  const cookies = findings.find(({ id }) => id === 'third-party-cookies');
  expect(cookies?.status).toBe('pass');
  expect(cookies?.text).toContain(say('evidence_third_party_cookies_blocked'));
});

async function visitApp(): Promise<Page> {
  return await visit(`chrome-extension://${stage.browser.extensionId}/src/app/index.html#/ajustes`);
}
