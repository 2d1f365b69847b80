/** «Preguntar si está revocada» in «No puedo ingresar»: whom it names, and what a yes leaves behind. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantOptional } from '../../scripts/grants.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { diagnose } from './diagnosed.ts';
import { tell } from './tell.ts';

let profile: string;
let stage: Stage;
let screen: Page;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'firma-lista-button-'));
  // What is granted already is granted again without a question, which no test could answer.
  await grantOptional(profile, [], [], ['http://www.sat.gob.mx/*']);
  stage = await setStage({
    headless: true,
    profile,
    resolverRules: ['MAP www.sat.gob.mx:80 ~NOTFOUND'],
  });
  await keepFiles(stage.browser, stage.pki.credentials.person);
  const app = await openApp(stage.browser, 'ajustes');
  const bytes = stage.pki.authority.readCertificate();
  await tell(app, 'addAuthority', {
    file: { name: 'ac.cer', bytes: Buffer.from(bytes).toString('base64') },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  ({ screen } = await diagnose(stage.browser, page));
  await screen.evaluate(() => {
    const counted = Object.assign(globalThis, { asked: 0 });
    const request = chrome.permissions.request.bind(chrome.permissions);
    const counting = (wanted: chrome.permissions.Permissions): Promise<boolean> => {
      counted.asked += 1;
      return request(wanted);
    };
    Object.assign(chrome.permissions, { request: counting });
  });
});
afterAll(async () => {
  await stage.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10 });
});

const permission = () => screen.locator('[data-field=permission][data-permission=revocation]');
const press = () => permission().getByRole('button').click();
const stored = () => screen.evaluate(() => chrome.storage.local.get('settings'));
/** How often the browser was asked for a permission. */
const asked = () => screen.evaluate(() => (globalThis as unknown as { asked: number }).asked);

test('it names whom it would ask', async () => {
  await screen.locator('[data-field=checklist] summary').click();
  expect(await permission().innerText()).toContain(say('permission_revocation', 'www.sat.gob.mx'));
});

test('without a picture and a word nothing would last: it says so, and where they are chosen', async () => {
  await press();
  const notice = permission().locator('.notice');
  await notice.waitFor();
  expect(await notice.innerText()).toContain(say('permission_revocation_no_settings'));
  expect(await notice.getByRole('link').getAttribute('href')).toBe('#/ajustes');
  expect(await stored()).toEqual({});
  // What nothing uses yet is not asked for.
  expect(await asked()).toBe(0);
});

test('with them it stays on, and the check is made at once', async () => {
  await chooseSafety(stage.browser);
  await press();
  await expect.poll(stored).toMatchObject({ settings: { asksRevocation: true } });
  expect(await asked()).toBe(1);
  await permission().waitFor({ state: 'detached' });
  await screen.locator('[data-field=checklist] summary').click();
  const finding = screen.locator('[data-finding=unchecked-revocation]');
  expect(await finding.innerText()).toContain(say('evidence_revocation_unreachable'));
});
