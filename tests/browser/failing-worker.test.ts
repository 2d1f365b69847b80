/** What fails in the service worker, or before it, gives nothing away and stops no lock. */
import { createPrivateKey } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { stopServiceWorker } from '../../scripts/worker.ts';
import type { CredentialCard, ImportRequest, ImportResult } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import {
  allApprovalsClosed,
  ask,
  askInWindow,
  letAMinutePass,
  newNonce,
  tellWorker,
} from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { countAudited } from './tell.ts';
import { inDatabase, inMemory, lockNow, rewrite } from './vault-inside.ts';

const site = 'https://idse.imss.gob.mx/';

let strangers: Strangers;
let stage: Stage;
let person: Credential;
let app: Page;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx']);
  stage = await setStage({
    headless: true,
    now: new Date('2026-11-22T12:00:00Z'),
    resolverRules: strangers.rules,
  });
  strangers.secure(stage.tls);
  ({ person } = stage.pki.credentials);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
});
afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  await letAMinutePass(stage.browser);
  page = await stage.browser.context.newPage();
  await page.goto(site);
  return () => closePage(page);
});

/** The next entries of the history cannot be written: the disk is full. */
async function failToWriteHistory(times: number): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate((times) => {
    const { add } = IDBObjectStore.prototype;
    let left = times;
    IDBObjectStore.prototype.add = function (
      this: IDBObjectStore,
      ...args: [unknown, IDBValidKey?]
    ) {
      if (this.name !== 'audit') return add.apply(this, args);
      left -= 1;
      if (left <= 0) IDBObjectStore.prototype.add = add;
      throw new DOMException('disk full', 'QuotaExceededError');
    };
  }, times);
}

/** How often the history says that something was signed, and refused. */
async function history(): Promise<{ signed: number; refused: number }> {
  return {
    signed: await countAudited(stage.browser, 'authenticate'),
    refused: await countAudited(stage.browser, 'refuse'),
  };
}

async function keysInMemory(): Promise<number> {
  const { signKeys = {} } = await inMemory(stage.browser);
  return Object.keys(signKeys as object).length;
}

test('a signature that could not be written down, and was then refused, never leaves', async () => {
  const before = await history();
  const nonce = newNonce();
  const { window, answer } = await askInWindow(stage.browser, page, { nonce });
  await failToWriteHistory(1);
  await approve(window);
  await window.locator('.failure').waitFor();
  await window.getByRole('button', { name: say('cancel') }).click();

  expect(await answer).toMatchObject({ code: 'user_cancelled' });
  expect(await ask(page, { nonce })).toMatchObject({ code: 'nonce_reused' });
  await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
  expect(await ask(page, { nonce })).toMatchObject({ code: 'nonce_reused' });
  expect(await history()).toEqual({ ...before, refused: before.refused + 1 });
});

test('a signature that could not be written down leaves only once it is', async () => {
  await stage.browser.worker();
  const before = await history();
  const nonce = newNonce();
  const { window, answer } = await askInWindow(
    stage.browser,
    page,
    { nonce },
    '{ signal: (globalThis.giveUp = new AbortController()).signal }',
  );
  await failToWriteHistory(2);
  await approve(window);
  await window.locator('.failure').waitFor();
  await page.evaluate('giveUp.abort()');
  await answer;
  await allApprovalsClosed(stage.browser);

  expect(await ask(page, { nonce })).toMatchObject({ code: 'unexpected' });
  expect(await history()).toEqual(before);
  expect(await ask(page, { nonce })).toHaveProperty('token');
  expect(await history()).toEqual({ ...before, signed: before.signed + 1 });
});

test.each([
  ['at once', (window: Page) => window.getByText(say('sign_in_busy'))],
  ['when told that the page is gone', (window: Page) => window.locator('.failure')],
])(
  'a page that stands still after a yes gets nothing from a person who closes %s',
  async (_when, seen) => {
    const before = await history();
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
    await window.locator('form.approval button.primary[aria-disabled=false]').waitFor();
    await page.evaluate(`void setTimeout(() => {
      const start = performance.now();
      while (performance.now() - start < 6000);
    })`);
    await approve(window);
    await seen(window).waitFor();
    await window.close();

    expect(await answer).toMatchObject({ code: 'user_cancelled' });
    expect(await history()).toEqual({ ...before, refused: before.refused + 1 });
  },
);

function importing(files: ImportRequest['files'], password: string): ImportRequest {
  return { files, password, vaultPassword: person.password, keepFill: true };
}

async function importFiles(request: ImportRequest) {
  const { res, err } = await tellWorker(app, 'importFiles', request);
  return { card: (res as ImportResult | undefined)?.card, code: err?.code };
}

/** The two files of an e.firma, with its key as it is or in clear. */
function filesOf(credential: Credential, form: 'enciphered' | 'in clear'): ImportRequest['files'] {
  const key = Buffer.from(credential.readPrivateKey());
  const plain = () =>
    createPrivateKey({
      key,
      format: 'der',
      type: 'pkcs8',
      passphrase: credential.password,
    }).export({ format: 'der', type: 'pkcs8' });
  const bytes = form === 'in clear' ? plain() : key;
  return [
    { name: 'a.cer', bytes: Buffer.from(credential.readCertificate()).toString('base64') },
    { name: 'a.key', bytes: bytes.toString('base64') },
  ];
}

async function cards(): Promise<CredentialCard[]> {
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  return res as CredentialCard[];
}

test('a key in clear is kept behind no short password, and never to fill forms', async () => {
  const files = filesOf(stage.pki.credentials.enie, 'in clear');
  expect(await importFiles(importing(files, '1234567'))).toEqual({
    code: 'vault_password_too_short',
  });
  expect(await cards()).toHaveLength(1);

  const { card } = await importFiles(importing(files, '12345678'));
  expect(card).toMatchObject({ canFill: false });
  expect(JSON.stringify(await storedParts(card?.id ?? ''))).toBe('["sign"]');
});

function storedParts(id: string): Promise<string[]> {
  return inDatabase(
    stage.browser,
    (db, id) =>
      new Promise<string[]>((resolve) => {
        const reading = db.transaction('credentials').objectStore('credentials').get(id);
        reading.onsuccess = () => resolve(Object.keys((reading.result as { parts: object }).parts));
      }),
    id,
  );
}

test('removing an e.firma while it is locked leaves it locked', async () => {
  const { company } = stage.pki.credentials;
  const { card } = await importFiles(importing(filesOf(company, 'enciphered'), company.password));
  await lockNow(stage.browser);
  const request = { id: card?.id, password: person.password };
  expect(await tellWorker(app, 'removeCredential', request)).not.toHaveProperty('err');

  expect((await cards()).map(({ rfc }) => rfc)).not.toContain(company.rfc);
  expect(await tellWorker(app, 'isUnlocked', undefined)).toEqual({ res: false });
  expect(await keysInMemory()).toBe(0);
});

test('a new vault password keeps the signing key of a record whose files are damaged', async () => {
  const { id = '' } = (await cards()).find(({ rfc }) => rfc === person.rfc) ?? {};
  await rewrite(
    stage.browser,
    'credentials',
    (records, id) => {
      const fill = records.find((record) => record.id === id)?.parts.fill;
      if (fill) fill.dataKey.ciphertext[0] = (fill.dataKey.ciphertext[0] ?? 0) ^ 1;
    },
    id,
  );
  const next = 'otra contraseña';
  const change = { current: person.password, next };
  expect(await tellWorker(app, 'changeVaultPassword', change)).not.toHaveProperty('err');
  await lockNow(stage.browser);

  const { window, answer } = await askInWindow(stage.browser, page, {
    nonce: newNonce(),
    rfc: person.rfc,
  });
  await approve(window, next);
  expect(await answer).toHaveProperty('token');
});

test('a worker that cannot put in order what the last one left still locks', async () => {
  expect(await keysInMemory()).toBeGreaterThan(0);
  // After the last number that counts exactly, no entry can be written any more.
  await inDatabase(
    stage.browser,
    (db) =>
      new Promise<void>((resolve) => {
        const transaction = db.transaction(['audit', 'intents'], 'readwrite');
        const [at, id] = ['2026-11-22T12:00:00.000Z', 'left'];
        const last = { sequence: 2 ** 53, id: 'last', at, action: 'unlock', hash: '' };
        transaction.objectStore('audit').put(last);
        transaction.objectStore('intents').put({ id, at, action: 'fill' });
        transaction.oncomplete = () => resolve();
      }),
  );
  await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
  await stage.browser.worker();

  await lockNow(stage.browser);

  expect(await keysInMemory()).toBe(0);
  expect(await tellWorker(app, 'isUnlocked', undefined)).toEqual({ res: false });
});
