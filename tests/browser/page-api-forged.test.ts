import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, nextApproval, openApp, pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { ExtensionProtocol } from '../../src/messages.ts';
import {
  approvals,
  askInWindow,
  countEntries,
  inOurWorld,
  newNonce,
  tabIdOf,
  tellWorker,
} from './page-api.ts';

let folder: string;
let stage: Stage;
let app: Page;
let page: Page;
let window: Page;
let answer: Promise<object>;
let ids: { credentialId: string; requestId: string; tabId: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firma-lista-other-'));
  const manifest = {
    manifest_version: 3,
    name: 'Otra',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  stage = await setStage({ headless: true, browser: { extraExtensions: [folder] } });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  app = await openApp(stage.browser, 'ajustes');
  page = await stage.browser.context.newPage();
  await page.goto(pages.bridge);
  ({ window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() }));
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  ids = {
    credentialId: (res as [{ id: string }])[0].id,
    requestId: new URL(window.url()).searchParams.get('request') ?? '',
    tabId: await tabIdOf(stage.browser, page),
  };
});

afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

/** Every message of our own pages, with what would do its worst if it were heard. */
const messages: Record<keyof ExtensionProtocol, () => object | undefined> = {
  identifyFiles: () => [{ name: 'a.cer', bytes: '' }],
  importFiles: () => ({ files: [], password: '', keepFill: true }),
  useFiles: () => ({ files: [], password: '' }),
  chooseCredential: () => ({ id: 'x' }),
  noteUnread: () => ({ cause: 'key.file_locked' }),
  tryFiles: () => ({ files: [], password: password() }),
  tryCredential: () => ({ id: ids.credentialId, password: password() }),
  exportCredential: () => ({ id: ids.credentialId, password: password(), form: 'cer_and_key' }),
  listAuthorities: () => undefined,
  readAuthority: () => ({ name: 'a.cer', bytes: '' }),
  addAuthority: () => ({ file: { name: 'a.cer', bytes: '' }, sha256: '' }),
  removeAuthority: () => ({ sha256: '' }),
  listCredentials: () => undefined,
  removeCredential: () => ({ id: ids.credentialId, password: password() }),
  changeVaultPassword: () => ({ current: password(), next: 'otra contraseña' }),
  unlock: () => ({ password: password() }),
  lock: () => undefined,
  isUnlocked: () => undefined,
  readAudit: () => undefined,
  saveSettings: () => ({ picture: 'gato', word: 'trampa', idleMinutes: 1000 }),
  startSignIn: () => ({ tabId: ids.tabId }),
  pendingRequest: () => ({ id: ids.requestId }),
  approveRequest: () => ({
    id: ids.requestId,
    origin: new URL(pages.bridge).origin,
    credentialId: ids.credentialId,
    shareCurp: true,
  }),
  refuseRequest: () => ({ id: ids.requestId }),
  planFill: () => ({ tabId: ids.tabId }),
  fill: () => ({ plan: {}, credentialId: ids.credentialId, password: password() }),
  switchToEfirma: () => ({ tabId: ids.tabId }),
  describeForms: () => ({ tabId: ids.tabId }),
  planNative: () => ({ tabId: ids.tabId }),
  signInNatively: () => ({ plan: {}, credentialId: ids.credentialId, password: password() }),
  readAccount: () => ({ id: ids.credentialId }),
  saveAccount: () => ({ id: ids.credentialId, account: { email: 'trampa@evil.test' } }),
  activeClient: () => ({ tabId: ids.tabId }),
  closeClient: () => ({ tabId: ids.tabId, host: new URL(pages.bridge).host }),
  listAcuses: () => undefined,
  removeAcuse: () => ({ id: ids.requestId }),
  diagnose: () => ({ tabId: ids.tabId, depth: 'full' }),
  previewRepair: () => ({ repair: 'clear-imss-cookies', portal: 'buzon-imss' }),
  runRepair: () => ({ repair: 'clear-imss-cookies', portal: 'buzon-imss' }),
  undoRepair: () => ({ id: ids.requestId }),
  listChanges: () => undefined,
  remind: () => ({ portal: 'idse', waitsFor: 'time', minutes: 1 }),
  forgetReminder: () => ({ portal: 'idse' }),
  forgetSolved: () => undefined,
};
const types = Object.keys(messages) as (keyof ExtensionProtocol)[];

function password(): string {
  return stage.pki.credentials.person.password;
}

/** The same thing for each of our own pages: all of it still as it was. */
async function expectNothingHappened(): Promise<void> {
  expect(await tellWorker(app, 'isUnlocked', undefined)).toEqual({ res: true });
  const { res: cards } = await tellWorker(app, 'listCredentials', undefined);
  expect(cards).toMatchObject([{ id: ids.credentialId }]);
  expect(approvals(stage.browser)).toEqual([window]);
  expect(await window.locator('.safety-word').innerText()).toContain('jacaranda');
  expect(await countEntries(app, 'authenticate')).toBe(0);
}

test.each(types)('%s is refused to our own script in a page', async (type) => {
  const message = { id: 1, type, data: messages[type](), timestamp: 1 };
  const send = `chrome.runtime.sendMessage(${JSON.stringify(message)})`;
  expect(await inOurWorld(stage.browser, page, send)).toMatchObject({
    err: { code: 'origin_not_allowed' },
  });
});

test('a message of both kinds at once is refused twice', async () => {
  const message = { firmaLista: 1, kind: 'call', type: 'lock', timestamp: 1 };
  const send = `chrome.runtime.sendMessage(${JSON.stringify(message)})`;
  expect(await inOurWorld(stage.browser, page, send)).not.toHaveProperty('res');
  await expectNothingHappened();
});

const call = {
  kind: 'call',
  method: 'authenticate',
  params: { nonce: newNonce() },
  activated: true,
};

test.each([
  ['another method', { ...call, method: 'sign' }],
  ['one key more', { ...call, tabId: 1 }],
  ['no activation', { ...call, activated: undefined }],
  ['an activation in words', { ...call, activated: 'true' }],
  ['another kind', { kind: 'approve' }],
  ['an id that is none', { kind: 'resume', id: '../' }],
  ['another version', { firmaLista: 2, kind: 'cancel', reason: 'aborted' }],
])('a call with %s is refused', async (_what, change) => {
  const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
  const send = `chrome.runtime.sendMessage(${JSON.stringify({ firmaLista: 1, id, ...change })})`;
  expect(await inOurWorld(stage.browser, page, send)).toMatchObject({
    ok: false,
    failure: { code: 'invalid_request' },
  });
});

test('a call is nobody’s but the page’s that made it', async () => {
  const id = '5c9f8a52-1d0b-4f3e-8e2a-3f1a0f6f6b11';
  const say = (what: object): string =>
    `chrome.runtime.sendMessage(${JSON.stringify({ firmaLista: 1, id, ...what })})`;
  const [mine, other] = [await newPortalPage(), await newPortalPage()];
  const asked = await nextApproval(stage.browser, async () => {
    const request = say(call);
    await inOurWorld(stage.browser, mine, `void (globalThis.answer = ${request})`);
  });
  expect(await inOurWorld(stage.browser, other, say({ kind: 'resume' }))).toMatchObject({
    failure: { code: 'interrupted' },
  });
  await inOurWorld(stage.browser, other, say({ kind: 'cancel', reason: 'aborted' }));
  await inOurWorld(stage.browser, other, say({ kind: 'delivered' }));
  expect(asked.isClosed()).toBe(false);
  await inOurWorld(stage.browser, mine, say({ kind: 'cancel', reason: 'aborted' }));
  expect(await inOurWorld(stage.browser, mine, 'answer')).toMatchObject({
    failure: { code: 'user_cancelled' },
  });
  await Promise.all([mine.close(), other.close()]);
  await until('Its window closes', () => asked.isClosed() || undefined);
  await expectNothingHappened();
});

async function newPortalPage(): Promise<Page> {
  const opened = await stage.browser.context.newPage();
  await opened.goto(pages.bridge);
  return opened;
}

test.each(['local', 'session'])(
  'storage.%s can be neither read nor written there',
  async (area) => {
    const attempts = ['get(null)', "set({ settings: { word: 'trampa' } })", 'clear()'];
    for (const attempt of attempts) {
      const expression = `chrome.storage.${area}.${attempt}.then(JSON.stringify, String)`;
      expect(await inOurWorld(stage.browser, page, expression), attempt).toContain(
        'Access to storage is not allowed from this context',
      );
    }
    await expectNothingHappened();
  },
);

test('a page cannot send any message', async () => {
  expect(await page.evaluate('typeof globalThis.chrome?.runtime?.sendMessage')).toBe('undefined');
});

test('another extension is not heard at all', async () => {
  const { extensionId, context } = stage.browser;
  const other = await until('The other extension starts', (): Worker | undefined =>
    context.serviceWorkers().find((worker) => !worker.url().includes(extensionId)),
  );
  for (const type of types) {
    const message = { id: 1, type, data: messages[type](), timestamp: 1 };
    const said = await other.evaluate(
      ([id, message]) => chrome.runtime.sendMessage(id, message).then(JSON.stringify, String),
      [extensionId, message] as const,
    );
    expect(said, type).toMatch(/Receiving end does not exist/);
  }
  const disconnected = await other.evaluate(
    (id) =>
      new Promise((resolve) => {
        const port = chrome.runtime.connect(id, { name: 'popup' });
        port.onDisconnect.addListener(() => resolve(chrome.runtime.lastError?.message));
      }),
    extensionId,
  );
  expect(disconnected).toMatch(/Receiving end does not exist/);
  await expectNothingHappened();
});

test('after all of it the person can still say yes', async () => {
  await expectNothingHappened();
  await approve(window);
  expect(await answer).toHaveProperty('token');
});
