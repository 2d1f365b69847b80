import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bring, firstRun, keep, openApp, readOutcome, type Files } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { Credential } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';
import { unlockBy } from './tell.ts';
import { inMemory, lockNow, nothingStored, removeKept, stored } from './vault-inside.ts';

let stage: Stage;
let person: Credential;
let company: Credential;
let enie: Credential;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  ({ person, company, enie } = stage.pki.credentials);
  await firstRun(stage.browser);
});
afterAll(() => stage.close());

const screen = () => openApp(stage.browser, 'certificados');

/** Brings the files of an e.firma without pressing anything. */
async function prepare(app: Page, { cerPath, keyPath, password }: Files): Promise<void> {
  await app.locator('input[type=file]').setInputFiles([cerPath, keyPath]);
  await app.locator('[data-field=file][data-kind]').nth(1).waitFor();
  await app.getByLabel(say('password_key'), { exact: true }).fill(password);
}

/** Presses the same button on several screens at the same moment. */
async function pressAtOnce(apps: readonly Page[], action: 'save' | 'use') {
  await Promise.all(apps.map((app) => app.locator(`[data-action=${action}]`).click()));
  return await Promise.all(
    apps.map(async (app) => {
      await app.locator('[data-outcome], main .failure').first().waitFor();
      return await readOutcome(app);
    }),
  );
}

async function typeVaultPassword(app: Page, password: string): Promise<void> {
  await app.getByLabel(say('password_vault'), { exact: true }).fill(password);
}

/** Presses «Guardar» until the sentence of the last failure has made way for the next. */
async function saveAgain(app: Page) {
  const old = await app.locator('main .failure').elementHandle();
  await app.locator('[data-action=save]').click();
  await old?.waitForElementState('hidden');
  await app.locator('[data-outcome], main .failure').first().waitFor();
  return await readOutcome(app);
}

test('«Sólo revisar» says that all is well and stores nothing', async () => {
  const app = await screen();
  const { cerPath, keyPath, password } = person;
  expect(await bring(app, [cerPath, keyPath], password, 'review')).toMatchObject({
    kind: 'reviewed',
    rfc: person.rfc,
  });
  expect(await app.getByLabel(say('password_key'), { exact: true }).inputValue()).toBe(password);
  expect(await app.locator('[data-field=credentials]').count()).toBe(0);
  await app.close();
  expect(await stored(stage.browser)).toEqual(nothingStored);
  expect(await inMemory(stage.browser)).toEqual({});
});

describe('two screens at once', () => {
  beforeEach(() => removeKept(stage.browser, person.password));

  test('the same e.firma is there once', async () => {
    const apps = await Promise.all([screen(), screen()]);
    await Promise.all(apps.map((app) => prepare(app, person)));
    const outcomes = await pressAtOnce(apps, 'save');
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'updated']);
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });
    await Promise.all(apps.map((app) => app.close()));
  });

  test('of two e.firmas one makes the vault, the other is asked for its password', async () => {
    const apps = await Promise.all([screen(), screen()]);
    const [one, other] = apps;
    await prepare(one, person);
    await prepare(other, company);
    const outcomes = await pressAtOnce(apps, 'save');
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['failed', 'saved']);
    expect(outcomes.find(({ kind }) => kind === 'failed')?.cause).toBe('vault_password_needed');
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });

    const isPersonKept = outcomes[0]?.kind === 'saved';
    const late = isPersonKept ? other : one;
    await typeVaultPassword(late, isPersonKept ? person.password : company.password);
    expect(await saveAgain(late)).toMatchObject({ kind: 'saved' });
    expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 2 });
    await Promise.all(apps.map((app) => app.close()));
    if (!isPersonKept) await removeKept(stage.browser, company.password);
  });

  test('«Usar sin guardar» forgets neither', async () => {
    const apps = await Promise.all([screen(), screen()]);
    const [one, other] = apps;
    await prepare(one, company);
    await prepare(other, enie);
    const outcomes = await pressAtOnce(apps, 'use');
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ready', 'ready']);
    await Promise.all(apps.map((app) => app.close()));
    const list = await screen();
    const rfcs = list.locator('[data-field=credentials] [data-field=rfc]');
    await rfcs.nth(1).waitFor();
    expect((await rfcs.allInnerTexts()).toSorted()).toEqual([company.rfc, enie.rfc].toSorted());
    expect(await stored(stage.browser)).toMatchObject({ header: 0, credentials: 0 });

    await lockNow(stage.browser);
    await rfcs.first().waitFor({ state: 'detached' });
    await list.close();
  });
});

test('an e.firma that is kept is updated, also with a new password of its .key', async () => {
  await removeKept(stage.browser, person.password);
  expect(await keep(stage.browser, person)).toMatchObject({ kind: 'saved' });
  const renewed = { ...person, keyPath: join(stage.directory, 'otra.key'), password: 'otra 2' };
  const plain = join(stage.directory, 'plain.pem');
  const from = ['pkcs8', '-inform', 'DER', '-in', person.keyPath, '-out', plain];
  await openssl([...from, '-passin', 'env:PASSWORD'], { password: person.password });
  const to = ['pkcs8', '-topk8', '-in', plain, '-outform', 'DER', '-out', renewed.keyPath];
  await openssl([...to, '-v2', 'des3', '-passout', 'env:PASSWORD'], { password: renewed.password });

  expect(await keep(stage.browser, renewed)).toMatchObject({
    kind: 'updated',
    serialNumber: person.serialNumber,
  });
  expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });
  await lockNow(stage.browser);
  expect(await unlockBy(stage.browser, person.password)).toBe('wrong_vault_password');
  expect(await unlockBy(stage.browser, renewed.password)).toBe('open');
  await removeKept(stage.browser, renewed.password);
});

test('a second e.firma needs the password of the vault, and a wrong one loses nothing', async () => {
  await removeKept(stage.browser, person.password);
  await keep(stage.browser, person);
  const app = await screen();
  await prepare(app, company);
  await app.locator('[data-action=save]').click();
  await app.getByText(say('error_vault_password_needed')).waitFor();

  await typeVaultPassword(app, 'esta no es');
  expect(await saveAgain(app)).toEqual({ kind: 'failed', cause: 'wrong_vault_password' });
  expect(await app.locator('main .failure').innerText()).toContain(
    say('error_wrong_vault_password'),
  );
  expect(await app.locator('[data-field=file]').count()).toBe(2);
  expect(await app.getByLabel(say('password_key'), { exact: true }).inputValue()).toBe(
    company.password,
  );
  expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 1 });

  await typeVaultPassword(app, person.password);
  expect(await saveAgain(app)).toMatchObject({ kind: 'saved', rfc: company.rfc });
  expect(await stored(stage.browser)).toMatchObject({ header: 1, credentials: 2 });
  await app.close();
  await lockNow(stage.browser);
  expect(await unlockBy(stage.browser, company.password)).toBe('wrong_vault_password');
  expect(await unlockBy(stage.browser, person.password)).toBe('open');
});
