import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { bring, firstRun, keep, openApp } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { tellWorker } from '../../scripts/tell-worker.ts';
import { chainEntry, type AuditEntry } from '../../src/vault/audit-chain.ts';
import type { Credential } from '../pki/index.ts';
import { unlockBy } from './tell.ts';
import { inDatabase, lockNow, restore, rewrite } from './vault-inside.ts';
import {
  askByBridge,
  changePassword,
  history,
  removeFirst,
  signInByBridge,
  signInByFill,
  unlockInPopup,
} from './vault-screens.ts';

let stage: Stage;
let person: Credential;
let company: Credential;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  ({ person, company } = stage.pki.credentials);
  await firstRun(stage.browser);
});
afterAll(() => stage.close());

async function refuseByBridge(): Promise<void> {
  const { page, window } = await askByBridge(stage.browser);
  await window.getByRole('button', { name: say('cancel') }).click();
  await page.getByText(say('error_user_cancelled')).waitFor();
  await closePage(page);
}

async function useWithoutKeeping({ cerPath, keyPath, password }: Credential): Promise<void> {
  const app = await openApp(stage.browser, 'certificados');
  await bring(app, [cerPath, keyPath], password, 'use');
  await app.close();
}

interface Row {
  action: string;
  where: string;
  who: string;
  digest: string;
}

async function rows(): Promise<Row[]> {
  const app = await openApp(stage.browser, 'historial');
  await app.locator('[data-field=audit-entry]').first().waitFor();
  const shown = await app.locator('[data-field=audit-entry]').evaluateAll((entries) =>
    entries.map((entry) => ({
      action: (entry as HTMLElement).dataset['action'] ?? '',
      where: entry.querySelector('td:nth-child(3)')?.textContent ?? '',
      who: entry.querySelector('td:nth-child(4)')?.textContent ?? '',
      digest: entry.querySelector('.digest code')?.textContent ?? '',
    })),
  );
  await app.close();
  return shown.toReversed();
}

test('the history shows everything that was done, where and with which e.firma', async () => {
  const { browser } = stage;
  await useWithoutKeeping(company);
  await lockNow(browser);
  await keep(browser, person);
  await signInByBridge(browser);
  await signInByFill(browser, person);
  await refuseByBridge();
  await lockNow(browser);
  await unlockInPopup(browser, 'no es ésta');
  await unlockInPopup(browser, person.password);
  await keep(browser, person);
  await changePassword(browser, person.password, 'otra contraseña');
  const app = await openApp(browser, 'certificados');
  await removeFirst(app, 'otra contraseña');
  await app.getByText(say('certificates_empty')).waitFor();
  await app.close();

  const here = say('history_nowhere');
  const nobody = say('history_none');
  const bridge = expect.stringContaining('serviciosdigitales.imss.gob.mx') as string;
  const form = expect.stringContaining('firmadigitalssl.imss.gob.mx') as string;
  const digest = expect.stringMatching(/^[\da-f]{64}$/) as string;
  expect(await rows()).toEqual([
    { action: 'use_without_keeping', where: here, who: company.rfc, digest: '' },
    { action: 'import', where: here, who: person.rfc, digest: '' },
    { action: 'authenticate', where: bridge, who: person.rfc, digest },
    { action: 'fill', where: form, who: person.rfc, digest: '' },
    { action: 'refuse', where: bridge, who: nobody, digest: '' },
    { action: 'unlock_failed', where: here, who: nobody, digest: '' },
    { action: 'unlock', where: here, who: nobody, digest: '' },
    { action: 'update', where: here, who: person.rfc, digest: '' },
    { action: 'password_changed', where: here, who: nobody, digest: '' },
    { action: 'remove', where: here, who: person.rfc, digest: '' },
  ]);
  expect((await history(browser)).integrity).toBe('intact');
});

describe('what was done since the last unlock', () => {
  test('is counted as unsealed until the next one', async () => {
    const { browser } = stage;
    await keep(browser, person);
    expect(await history(browser)).toMatchObject({
      integrity: 'intact',
      words: say('history_intact'),
    });
    await signInByBridge(browser);
    await signInByBridge(browser);
    expect((await history(browser)).words).toContain(say('history_unsealed', '2'));
    await lockNow(browser);
    expect(await history(browser)).toMatchObject({ integrity: 'unverified' });
    await unlockBy(browser, person.password);
    expect(await history(browser)).toMatchObject({
      integrity: 'intact',
      words: say('history_intact'),
    });
  });
});

describe('a history that somebody touched', () => {
  beforeAll(async () => {
    await keep(stage.browser, person);
    await signInByBridge(stage.browser);
  });
  beforeEach(() => lockNow(stage.browser));
  afterEach(() => restore(stage.browser));

  const touches: [string, (entries: AuditEntry[]) => void, shown: 'cut' | 'changed'][] = [
    [
      'in one word',
      (entries) => {
        const entry = entries.find(({ action }) => action === 'authenticate');
        if (entry) entry.origin = 'https://otro.example';
      },
      'changed',
    ],
    ['in the middle', (entries) => entries.splice(1, 1), 'changed'],
    [
      'in its order',
      (entries) => {
        const [one, other] = entries;
        if (one && other) {
          [one.sequence, other.sequence] = [other.sequence, one.sequence];
        }
      },
      'changed',
    ],
    ['at its end', (entries) => entries.splice(-3), 'cut'],
    ['altogether', (entries) => entries.splice(0), 'cut'],
  ];
  test.each(touches)('%s says so, also after the next unlock', async (_name, touch, shown) => {
    const { browser } = stage;
    await rewrite(browser, 'audit', touch);
    const judged = await history(browser);
    expect(judged.integrity).toBe(shown);
    expect(judged.words).toContain(say(`history_${shown}`));
    await tellWorker(browser, 'unlock', { password: person.password });
    expect(await tellWorker(browser, 'isUnlocked')).toBe(true);
    expect((await history(browser)).integrity).toBe(shown);
  });

  test('and chained and sealed anew without the key is found out by the next unlock', async () => {
    const { browser } = stage;
    const forged = await forgeLog();
    await rewrite(browser, 'audit', (entries, made) => entries.splice(0, entries.length, ...made), [
      ...forged,
    ]);
    const seal = { count: forged.length, head: forged.at(-1)?.hash ?? '' };
    await rewrite(browser, 'seal', ([latest], made) => Object.assign(latest ?? {}, made), seal);
    expect((await history(browser)).integrity).toBe('unverified');

    expect(await unlockBy(browser, person.password)).toBe('open');
    expect((await history(browser)).integrity).toBe('changed');
    await lockNow(browser);
    expect((await history(browser)).integrity).toBe('changed');
    expect(await unlockBy(browser, person.password)).toBe('open');
    expect((await history(browser)).integrity).toBe('changed');
  });

  /** The log without its signatures, with every hash right: all that needs no key. */
  async function forgeLog(): Promise<AuditEntry[]> {
    const entries = await inDatabase(stage.browser, readEntries);
    const forged: AuditEntry[] = [];
    for (const { hash: _hash, sequence: _sequence, ...event } of entries) {
      if (event.action === 'authenticate') continue;
      forged.push(await chainEntry(event, forged.at(-1)));
    }
    expect(forged.length).toBeLessThan(entries.length);
    expect(forged.length).toBeGreaterThan(0);
    return forged;
  }

  test('and that lost its seal is found out too', async () => {
    const { browser } = stage;
    await rewrite(browser, 'audit', (entries) => entries.splice(0));
    await rewrite(browser, 'seal', (seals) => seals.splice(0));
    expect((await history(browser)).integrity).toMatch(/^(cut|changed)$/);
    expect(await unlockBy(browser, person.password)).toBe('open');
    expect((await history(browser)).integrity).toMatch(/^(cut|changed)$/);
  });
});

function readEntries(db: IDBDatabase): Promise<AuditEntry[]> {
  return new Promise((resolve, reject) => {
    const reading = db.transaction('audit').objectStore('audit').getAll();
    reading.onsuccess = () => resolve(reading.result as AuditEntry[]);
    reading.onerror = () => reject(reading.error ?? new Error('audit'));
  });
}
