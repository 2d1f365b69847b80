import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { closePage } from '../../scripts/close-page.ts';
import { bring, keep, openApp, resultOf } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { Credential } from '../pki/index.ts';
import { commonWith, secretsOf } from './disk-secrets.ts';
import { Search } from './search-bytes.ts';
import { unlockBy } from './tell.ts';
import { happens, inMemory, lockNow, stored } from './vault-inside.ts';
import {
  askByBridge,
  history,
  lockInApp,
  lockInPopup,
  lockStateInPopup,
  signInByBridge,
  signInByFill,
  unlockInPopup,
} from './vault-screens.ts';

const hour = 3_600_000;

let stage: Stage;
let profile: string;
/** The one that runs now: it is closed and started again. */
let browser: Launched;
let person: Credential;
let company: Credential;
/** For what can open or sign something. */
let search: Search;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'firma-lista-lock-'));
  stage = await setStage({ headless: true, profile });
  ({ browser } = stage);
  const { enie } = stage.pki.credentials;
  ({ person, company } = stage.pki.credentials);
  search = new Search(
    [...secretsOf(person), ...secretsOf(company)],
    [...commonWith(person, enie), ...commonWith(company, enie)],
  );
  await chooseSafety(browser);
  await keepFiles(browser, person);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10 });
});

/** Everything in memory that can open something. */
async function keysLeft(): Promise<string[]> {
  const memory = await inMemory(browser);
  const text = Buffer.from(JSON.stringify(memory));
  const open = ['signKeys', 'unlocked'].filter((key) => key in memory);
  return [...open, ...search.in(text, 'memory').map(({ needle }) => needle)];
}

async function untilLocked(): Promise<void> {
  await until('It is locked', async () => ((await keysLeft()).length === 0 ? true : undefined));
}

async function isOpen(): Promise<boolean> {
  return 'unlocked' in (await inMemory(browser));
}

async function useWithoutKeeping(credential: Credential): Promise<void> {
  const app = await openApp(browser, 'certificados');
  const { cerPath, keyPath, password } = credential;
  expect(await bring(app, [cerPath, keyPath], password, 'use')).toMatchObject({
    kind: 'ready',
    rfc: credential.rfc,
  });
  await app.close();
}

async function kept(): Promise<string[]> {
  const app = await openApp(browser, 'certificados');
  const rfcs = app.locator('[data-field=credentials] [data-field=rfc]');
  await rfcs.first().waitFor();
  const texts = await rfcs.allInnerTexts();
  await app.close();
  return texts;
}

describe('once it is open', () => {
  beforeEach(async () => {
    if (!(await isOpen())) await unlockBy(browser, person.password);
  });

  test('the memory holds the data keys of signing and nothing else that is secret', async () => {
    expect(await keysLeft()).toEqual(['signKeys', 'unlocked']);
    const { signKeys } = await inMemory(browser);
    const keys = Object.values(signKeys as Record<string, string>);
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32]);
    expect(await signInByBridge(browser)).toMatch(`Entraste como ${person.rfc}`);
    expect(await keysLeft()).toEqual(['signKeys', 'unlocked']);
  });

  const ways: [string, () => Promise<void>][] = [
    ['the button of the popup', () => lockInPopup(browser)],
    ['the button of the settings', () => lockInApp(browser)],
    ['nobody touching the computer', () => happens(browser, 'nobody is there')],
    ['the lock of the screen', () => happens(browser, 'the screen is locked')],
    ['the alarm after some hours', () => happens(browser, 'the alarm rings')],
  ];
  test.each(ways)('%s locks it, and takes what is in memory', async (_name, lock) => {
    await useWithoutKeeping(company);
    expect(await keysLeft()).toEqual(expect.arrayContaining(['signKeys', 'p', 'd', 'password']));
    await lock();
    await untilLocked();
    expect(await lockStateInPopup(browser)).toBe('locked');
    expect(await kept()).toEqual([person.rfc]);
  });

  test('an import that ends after locking does not open it again', async () => {
    const worker = await browser.worker();
    await worker.evaluate(() => {
      const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
      const release = new Promise<void>((resolve) => Object.assign(globalThis, { letOn: resolve }));
      SubtleCrypto.prototype.encrypt = async function (...args: Parameters<typeof encrypt>) {
        Object.assign(globalThis, { waiting: true });
        await release;
        return await encrypt.apply(this, args);
      };
    });
    const imported = keep(browser, person);
    await until('The import is under way', async () =>
      (await worker.evaluate(() => 'waiting' in globalThis)) ? true : undefined,
    );
    await happens(browser, 'the screen is locked');
    await worker.evaluate(() => (globalThis as unknown as { letOn: () => void }).letOn());
    expect(await imported).toMatchObject({ kind: 'updated' });
    await untilLocked();
    await stopServiceWorker(browser.context, browser.extensionId);
  });

  test('the alarm rings within eight hours', async () => {
    const worker = await browser.worker();
    const [next, ...more] = await worker.evaluate(async () =>
      (await chrome.alarms.getAll())
        .filter(({ name }) => !name.startsWith('look-again:'))
        .map(({ scheduledTime }) => scheduledTime - Date.now()),
    );
    expect(more).toEqual([]);
    expect(next).toBeGreaterThan(7 * hour);
    expect(next).toBeLessThanOrEqual(8 * hour);
  });

  test('a service worker that stops does not lock it', async () => {
    await stopServiceWorker(browser.context, browser.extensionId);
    expect(await lockStateInPopup(browser)).toBe('open');
    expect(await signInByBridge(browser)).toMatch(`Entraste como ${person.rfc}`);
  });
});

describe('once it is locked', () => {
  beforeEach(() => lockNow(browser));

  test('a wrong password opens nothing and is in the history', async () => {
    const before = await history(browser);
    expect(await unlockInPopup(browser, 'no es ésta')).toBe('wrong_vault_password');
    expect(await keysLeft()).toEqual([]);
    expect(await unlockInPopup(browser, person.password)).toBe('open');
    const { actions } = await history(browser);
    expect(actions.slice(before.actions.length)).toEqual(['unlock_failed', 'unlock']);
  });

  test('an approval asks for the password, and a wrong one may be mended there', async () => {
    const { page, window } = await askByBridge(browser);
    const password = window.getByLabel(say('password_vault'), { exact: true });
    await password.fill('no es ésta');
    const yes = window.locator('form.approval button.primary[aria-disabled=false]');
    await yes.click();
    await window.getByText(say('error_wrong_vault_password')).waitFor();
    expect(await keysLeft()).toEqual([]);
    await password.fill(person.password);
    await yes.click();
    expect(await resultOf(page)).toMatch(`Entraste como ${person.rfc}`);
    await closePage(page);
  });
});

describe('an e.firma that is used without keeping it', () => {
  beforeEach(() => useWithoutKeeping(company));

  test('signs in both ways without a password, and is gone after locking', async () => {
    const rfc = company.rfc;
    expect(await signInByBridge(browser, { rfc })).toMatch(`Entraste como ${rfc}`);
    expect(await signInByFill(browser)).toMatch(rfc);
    expect(await stored(browser)).toMatchObject({ credentials: 1 });
    await lockInPopup(browser);
    expect(await keysLeft()).toEqual([]);
    expect(await kept()).toEqual([person.rfc]);
  });

  test('is gone when the browser is closed, and what is kept is locked', async () => {
    if (!(await isOpen())) await keepFiles(browser, person);
    await browser.close();
    browser = await launchChromium({
      dist,
      headless: true,
      profile,
      resolverRules: stage.replica.resolverRules,
      spkiHash: stage.tls.spkiHash,
    });
    expect(await keysLeft()).toEqual([]);
    expect(await lockStateInPopup(browser)).toBe('locked');
    expect(await kept()).toEqual([person.rfc]);
    const { password } = person;
    expect(await signInByBridge(browser, { password })).toMatch(`Entraste como ${person.rfc}`);
  });
});
