/**
 * What a thief finds who copies the profile of the browser: nothing of the keys, nothing of the
 * password, not even the .key as the SAT protects it.
 *
 * The search sees bytes as they lie in the files. LevelDB cuts the records of its logs at every
 * 32 KiB and SQLite at its pages: a secret that lies across a cut shows pieces on both sides.
 * LevelDB's tables may be compressed (Snappy): they only appear once a database is opened again or
 * has grown to megabytes, and a profile that was used once has none, which is asserted.
 */
import { randomInt } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { closePage } from '../../scripts/close-page.ts';
import { killBrowser } from '../../scripts/kill-browser.ts';
import { firstRun, openApp, resultOf } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { makeCredential, people, type Credential } from '../pki/index.ts';
import { commonWith, secretsOf } from './disk-secrets.ts';
import { Search } from './search-bytes.ts';
import { tell } from './tell.ts';
import { askByBridge, lockInApp, signInByFill } from './vault-screens.ts';

let stage: Stage;
let folder: string;
let fresh: Credential;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firma-lista-disk-'));
  stage = await setStage({ headless: true, profile: join(folder, 'kept') });
  fresh = await makeCredential(stage.pki, {
    file: 'fresh',
    holder: people.nora,
    password: randomPassword(),
  });
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

function randomPassword(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return Array.from({ length: 24 }, () => letters.charAt(randomInt(letters.length))).join('');
}

/** Brings the files, looks at the password in clear for a moment, and presses a button. */
async function bringLookingAtPassword(app: Page, action: 'save' | 'use'): Promise<void> {
  await app.locator('input[type=file]').setInputFiles([fresh.cerPath, fresh.keyPath]);
  await app.locator('[data-field=file][data-kind]').nth(1).waitFor();
  await app.getByLabel(say('password_key'), { exact: true }).fill(fresh.password);
  await app
    .getByRole('button', { name: say('password_show_label') })
    .first()
    .click();
  expect(await app.locator('input[type=text]').inputValue()).toBe(fresh.password);
  // The browser keeps what was typed in a page when another one follows in its tab.
  await app.evaluate(() => {
    location.hash = '#/historial';
  });
  await app.locator('main[data-screen=historial]').waitFor();
  await app.goBack();
  await app.locator('main[data-screen=certificados]').waitFor();
  await app.locator('input[type=file]').setInputFiles([fresh.cerPath, fresh.keyPath]);
  await app.locator('[data-field=file][data-kind]').nth(1).waitFor();
  await app.getByLabel(say('password_key'), { exact: true }).fill(fresh.password);
  await app.locator(`[data-action=${action}]`).click();
  await app.locator('[data-outcome]').waitFor();
}

async function signInByBridge(browser: Launched): Promise<string> {
  const { page, window } = await askByBridge(browser);
  await window.locator('form.approval button.primary[aria-disabled=false]').click();
  const result = await resultOf(page);
  await closePage(page);
  return result;
}

/** Waits until the list of open pages is on disk, with what was typed in them. */
async function untilSessionIsWritten(profile: string): Promise<void> {
  const sessions = join(profile, 'Default', 'Sessions');
  await until('The browser writes what is open', async () => {
    const files = await readdir(sessions).catch(() => []);
    const contents = await Promise.all(files.map((file) => readFile(join(sessions, file))));
    return contents.some((content) => content.includes('#/historial')) || undefined;
  });
}

/** Ends the browser as a power cut would, and gives a copy of its profile. */
async function killAndCopy({ context }: Launched, profile: string): Promise<string> {
  await killBrowser(context);
  const copy = `${profile}-copied`;
  await cp(profile, copy, { recursive: true });
  const tables = (await readdir(copy, { recursive: true })).filter((name) => name.endsWith('.ldb'));
  expect(tables).toEqual([]);
  return copy;
}

test('of an e.firma that was kept, used and locked the disk has the certificate only', async () => {
  const { browser } = stage;
  const profile = join(folder, 'kept');
  await firstRun(browser);
  const app = await openApp(browser, 'certificados');
  await bringLookingAtPassword(app, 'save');
  const [card] = await tell(app, 'listCredentials');
  const idse = { user: randomPassword(), password: randomPassword() };
  await tell(app, 'saveAccount', {
    id: card?.id ?? '',
    account: { email: 'nora@correo.mx' },
    idse,
    password: fresh.password,
  });
  expect(await signInByBridge(browser)).toMatch(`Entraste como ${fresh.rfc}`);
  expect(await signInByFill(browser, fresh)).toMatch(fresh.rfc);
  await lockInApp(browser);
  await untilSessionIsWritten(profile);
  const copy = await killAndCopy(browser, profile);

  const ofIdse = Object.entries(idse).map(([name, text]) => ({
    name: `${name} of IDSE`,
    bytes: Buffer.from(text),
  }));
  expect(
    await new Search(
      [...secretsOf(fresh), ...ofIdse],
      commonWith(fresh, stage.pki.credentials.person),
    ).inFolder(copy),
  ).toEqual([]);
  const said = { name: 'what opens nothing', bytes: Buffer.from('nora@correo.mx') };
  expect((await new Search([said]).inFolder(copy)).map(({ form }) => form)).toContain('raw');
  const certificate = { name: 'certificate', bytes: fresh.readCertificate() };
  const places = await new Search([certificate]).inFolder(copy);
  expect(places.map(({ file, form }) => `${form} in ${file}`)).toContainEqual(
    expect.stringMatching(/^raw in .*IndexedDB/),
  );
});

test('of an e.firma that was used without keeping it the disk has only what the history says', async () => {
  const profile = join(folder, 'used');
  const browser = await launchChromium({
    dist,
    headless: true,
    profile,
    resolverRules: stage.replica.resolverRules,
    spkiHash: stage.tls.spkiHash,
  });
  await firstRun(browser);
  const app = await openApp(browser, 'certificados');
  await bringLookingAtPassword(app, 'use');
  expect(await signInByBridge(browser)).toMatch(`Entraste como ${fresh.rfc}`);
  expect(await signInByFill(browser)).toMatch(fresh.rfc);
  await untilSessionIsWritten(profile);
  const copy = await killAndCopy(browser, profile);

  expect(
    await new Search(secretsOf(fresh), commonWith(fresh, stage.pki.credentials.person)).inFolder(
      copy,
    ),
  ).toEqual([]);
  const said = { name: 'serial number', bytes: Buffer.from(fresh.serialNumber) };
  const places = await new Search([said]).inFolder(copy);
  expect(places).toContainEqual(
    expect.objectContaining({ form: 'raw', file: expect.stringContaining('IndexedDB') as string }),
  );
});
