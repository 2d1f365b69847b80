import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bring, openApp, readOutcome } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { Credential } from '../pki/index.ts';
import { unlockBy } from './tell.ts';
import { holdAt, type Step } from './vault-hold.ts';
import { inDatabase, lockNow, removeKept, stored } from './vault-inside.ts';
import {
  changePassword,
  keepAnother,
  signInByBridge,
  signInByFill,
  typeNewPassword,
} from './vault-screens.ts';

let stage: Stage;
let person: Credential;
let company: Credential;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  ({ person, company } = stage.pki.credentials);
  await chooseSafety(stage.browser);
});
afterAll(() => stage.close());

/** Presses «Guardar» until the sentence of the failure has made way for the outcome. */
async function saveAgain(app: Page) {
  await app.locator('[data-action=save]').click();
  await app.locator('[data-outcome]').waitFor();
  return await readOutcome(app);
}

describe('an import whose worker dies', () => {
  afterEach(() => removeKept(stage.browser, person.password));

  const steps: [Step, isThere: boolean][] = [
    ['while the password is stretched', false],
    ['while a secret is enciphered', false],
    ['before anything is written', false],
    ['between two writes of one transaction', false],
    ['once it is written', true],
    ['before the popup learns of it', true],
  ];
  test.each(steps)('%s: all of it is there, or nothing', async (step, isThere) => {
    const before = await stored(stage.browser);
    const app = await openApp(stage.browser, 'certificados');
    const kill = await holdAt(stage.browser, step);
    const { cerPath, keyPath, password } = person;
    const outcome = bring(app, [cerPath, keyPath], password, 'save');
    await kill();
    expect(await outcome).toMatchObject({ kind: 'failed', cause: 'unexpected' });
    expect(await stored(stage.browser)).toEqual({
      ...before,
      ...(isThere && { header: 1, credentials: 1, audit: before.audit + 1, seal: 1 }),
    });
    expect(await app.getByLabel(say('password_key'), { exact: true }).inputValue()).toBe(password);

    expect(await saveAgain(app)).toMatchObject({
      kind: isThere ? 'updated' : 'saved',
      rfc: person.rfc,
    });
    await app.close();
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });
  });

  test('an e.firma whose worker died once it was written can be used without a retry', async () => {
    const app = await openApp(stage.browser, 'certificados');
    const kill = await holdAt(stage.browser, 'once it is written');
    const { cerPath, keyPath, password } = person;
    const outcome = bring(app, [cerPath, keyPath], password, 'save');
    await kill();
    await outcome;
    await app.close();
    expect(await signInByBridge(stage.browser, { password })).toMatch(
      `Entraste como ${person.rfc}`,
    );
  });

  test('an update whose worker dies once it is written leaves no damaged e.firma', async () => {
    await keepFiles(stage.browser, person);
    const app = await openApp(stage.browser, 'certificados');
    const kill = await holdAt(stage.browser, 'once it is written');
    const { cerPath, keyPath, password } = person;
    const outcome = bring(app, [cerPath, keyPath], password, 'save');
    await kill();
    await outcome;
    await app.close();
    expect(await signInByBridge(stage.browser, { password })).toMatch(
      `Entraste como ${person.rfc}`,
    );
  });
});

describe('a change of the vault password', () => {
  let current: string;

  beforeAll(async () => {
    current = person.password;
    await keepFiles(stage.browser, person);
    await keepAnother(stage.browser, company, current);
  });

  async function opensOnlyTo(password: string, other: string): Promise<void> {
    await lockNow(stage.browser);
    expect(await unlockBy(stage.browser, other)).toBe('wrong_vault_password');
    expect(await unlockBy(stage.browser, password)).toBe('open');
  }

  test('closes the vault to the old password, and opens it to the new one', async () => {
    const next = 'la contraseña nueva';
    expect(await changePassword(stage.browser, 'no es ésta', next)).toBe('wrong_vault_password');
    expect(await changePassword(stage.browser, current, next)).toBe('changed');
    await opensOnlyTo(next, current);
    current = next;
  });

  /** Begins a change, and kills the worker at a step of it. */
  async function changeAndKill(next: string, step: Step): Promise<void> {
    const app = await openApp(stage.browser, 'ajustes');
    await typeNewPassword(app, current, next);
    const kill = await holdAt(stage.browser, step);
    await app.getByRole('button', { name: say('settings_password_change') }).click();
    await kill();
    await app.getByText(say('error_unexpected')).waitFor();
    await app.close();
  }

  const early: Step[] = ['while a secret is enciphered', 'between two writes of one transaction'];
  test.each(early)('whose worker dies %s has changed nothing', async (step) => {
    const before = await inDatabase(stage.browser, recordsAsText);
    await changeAndKill('una que no llegó', step);
    expect(await inDatabase(stage.browser, recordsAsText)).toBe(before);
    await opensOnlyTo(current, 'una que no llegó');
  });

  test('whose worker dies once it is written opens everything to the new password', async () => {
    const next = 'una que sí llegó';
    await changeAndKill(next, 'once it is written');
    await opensOnlyTo(next, current);
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 2 });
    for (const { rfc } of [person, company]) {
      expect(await signInByBridge(stage.browser, { rfc })).toMatch(`Entraste como ${rfc}`);
    }
    expect(await signInByFill(stage.browser, { password: next })).toMatch('Entraste');
    current = next;
  });
});

/** Runs in a page of the extension's origin: everything that the password protects. */
async function recordsAsText(db: IDBDatabase): Promise<string> {
  const transaction = db.transaction(['header', 'credentials']);
  const contents = ['header', 'credentials'].map(
    (name) =>
      new Promise((resolve, reject) => {
        const reading = transaction.objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error ?? new Error(name));
      }),
  );
  return JSON.stringify(await Promise.all(contents));
}
