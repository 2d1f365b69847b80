/** Asking the issuer: never before the person wants it, then once, and what comes of it. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { grantOptional } from '../../scripts/grants.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { AuthorityCard, Settings } from '../../src/messages.ts';
import { startOcspResponder } from '../pki/index.ts';
import { diagnose, readAlsoFound, readChecklist, type Finding } from './diagnosed.ts';
import { tellWorker } from './page-api.ts';
import { filesOf, tell } from './tell.ts';

interface Heard {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
}

const hosts = ['http://www.sat.gob.mx/*'];

let profile: string;
/** What stands where www.sat.gob.mx is. */
let front: Server;
let answer: (response: ServerResponse, body: Uint8Array<ArrayBuffer>) => unknown;
const heard: Heard[] = [];
let stage: Stage;
let app: Page;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'firma-lista-asking-'));
  await grantOptional(profile, [], [], hosts);
  front = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { method, url, headers } = request;
      heard.push({ method, url, headers });
      await answer(response, new Uint8Array(Buffer.concat(chunks)));
    })();
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const { port } = front.address() as AddressInfo;
  stage = await setStage({
    headless: true,
    profile,
    resolverRules: [`MAP www.sat.gob.mx:80 127.0.0.1:${port}`],
  });
  await stage.browser.context.addCookies([
    { name: 'sesion', value: 'secreta', domain: 'www.sat.gob.mx', path: '/' },
  ]);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  app = await openApp(stage.browser, 'ajustes');
});
afterAll(async () => {
  await stage.close();
  front.closeAllConnections();
  front.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10 });
});
beforeEach(async () => {
  heard.length = 0;
  answer = (response) => response.writeHead(500).end();
  await forget();
});
afterEach(async () => {
  for (const page of stage.browser.context.pages()) if (page !== app) await closePage(page);
});

/** As when the browser was closed and opened again. */
async function forget(): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.session.get(null));
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith('revocation:')));
  });
}

/** The live responder of the made AC answers where the SAT's would. */
async function answerAs(
  options: Parameters<typeof startOcspResponder>[1],
): Promise<{ stop(): Promise<void> }> {
  const responder = await startOcspResponder(stage.pki, options);
  answer = async (response, body) => {
    const theirs = await fetch(responder.url, { method: 'POST', body });
    response.end(Buffer.from(await theirs.arrayBuffer()));
  };
  return responder;
}

/** «No puedo ingresar» over the sign-in page: the cause, and what the check of revocation says. */
async function lookAtAll() {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  const { screen, cause, certainty } = await diagnose(stage.browser, page);
  const besides = await readAlsoFound(screen);
  const findings = await readChecklist(screen);
  const finding = findings.find(({ id }) => id === 'unchecked-revocation');
  return { cause, certainty, besides: besides.map(({ id }) => id), finding };
}

const said = (finding: Finding | undefined, key: Parameters<typeof say>[0]) => {
  expect(finding?.text).toContain(say(key));
  return finding?.status;
};

async function switchAsking(): Promise<void> {
  await app.locator('[data-field=revocation] [role=switch][aria-disabled=false]').click();
}

test('nobody vouches for the issuer: switching it on is not offered, it would be in vain', async () => {
  const { finding } = await lookAtAll();
  expect(said(finding, 'evidence_revocation_unknown_issuer')).toBe('unknown');
  expect(finding?.text).not.toContain(say('permission_revocation_ask'));
  expect(heard).toEqual([]);
});

test('it is on, and nobody vouches for the issuer: nobody is asked', async () => {
  await switchAsking();
  await app.locator('[data-field=revocation] [role=switch][aria-checked=true]').waitFor();
  const { finding } = await lookAtAll();
  expect(said(finding, 'evidence_revocation_unknown_issuer')).toBe('unknown');
  expect(heard).toEqual([]);
});

test('once the person trusts the authority: asked once, without cookies, and good', async () => {
  const bytes = stage.pki.authority.readCertificate();
  const file = { name: 'ac.cer', bytes: Buffer.from(bytes).toString('base64') };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { res } = await tellWorker(app, 'addAuthority', { file, sha256 });
  expect((res as AuthorityCard).origin).toBe('added');
  expect(heard).toEqual([]);

  const responder = await answerAs({});
  for (let again = 0; again < 2; again += 1) {
    const { finding, cause } = await lookAtAll();
    expect(finding?.status).toBe('pass');
    expect(cause).toBe('');
  }
  await responder.stop();
  expect(heard).toMatchObject([
    { method: 'POST', url: '/ocsp', headers: { 'content-type': 'application/ocsp-request' } },
  ]);
  for (const name of ['cookie', 'referer', 'authorization']) {
    expect(heard[0]?.headers).not.toHaveProperty(name);
  }
});

test('revoked: that is the cause, and when', async () => {
  const responder = await answerAs({ revoked: [stage.pki.credentials.person] });
  const { finding, cause, certainty, besides } = await lookAtAll();
  await responder.stop();
  expect(finding?.status).toBe('fail');
  expect(finding?.text).toContain(say('evidence_revoked_for_key_compromise'));
  expect([cause, ...besides]).toContain('cert.revoked');
  expect([cause, certainty]).toEqual(['cert.revoked', 'is']);
});

/** What the card of the e.firma says of its life, on the page and in the popup. */
async function cardsSay(): Promise<unknown[]> {
  const page = await openApp(stage.browser, 'certificados');
  const kept = page.locator('[data-field=credentials] .card');
  await kept.waitFor();
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('.card')");
  const states = [
    await kept.getAttribute('data-state'),
    await popup.evaluate("document.querySelector('.card').dataset.state"),
  ];
  await popup.close();
  return states;
}

test('its card says that it was revoked and since when, also after the browser was closed', async () => {
  expect(await cardsSay()).toEqual(['revoked', 'revoked']);
  const page = await openApp(stage.browser, 'certificados');
  const date = new Intl.DateTimeFormat('es-MX', {
    dateStyle: 'long',
    timeZone: 'America/Mexico_City',
  });
  const [card] = await tell(page, 'listCredentials');
  const since = new Date(card?.revoked?.at ?? '');
  expect(await page.locator('[data-field=status]').textContent()).toBe(
    say('life_revoked', date.format(since)),
  );
  await closePage(page);
  await forget();
  await tell(app, 'lock');
  expect(await cardsSay()).toEqual(['revoked', 'revoked']);
});

test('bringing its files again does not make it forget', async () => {
  const { person } = stage.pki.credentials;
  await tell(app, 'importFiles', { ...filesOf(person), keepFill: true });
  expect(await tell(app, 'listCredentials')).toMatchObject([
    { revoked: { at: expect.any(String), asOf: expect.any(String) } },
  ]);
});

test('that nobody knows leaves it as it was; not revoked takes it back', async () => {
  await lookAtAll();
  expect(heard).toHaveLength(1);
  expect(await cardsSay()).toEqual(['revoked', 'revoked']);
  await forget();
  const responder = await answerAs({});
  await lookAtAll();
  await responder.stop();
  expect(await cardsSay()).toEqual(['valid', 'valid']);
  expect((await tell(app, 'listCredentials'))[0]).not.toHaveProperty('revoked');
});

test('of one that is only used, and was asked about before, the card says so too', async () => {
  const { enie } = stage.pki.credentials;
  const responder = await answerAs({ revoked: [enie] });
  const trial = await tell(app, 'tryFiles', filesOf(enie));
  await responder.stop();
  expect(trial.review).toMatchObject({ cause: 'cert.revoked', card: { revoked: {} } });
  await tell(app, 'useFiles', filesOf(enie));
  const cards = await tell(app, 'listCredentials');
  expect(cards.map(({ kept, revoked }) => [kept, revoked !== undefined])).toEqual([
    ['memory', true],
    ['vault', false],
  ]);
  await tell(app, 'lock');
});

test.each<[string, (response: ServerResponse) => unknown, Parameters<typeof say>[0]]>([
  ['it breaks', (response) => response.writeHead(500).end(), 'evidence_revocation_http_status'],
  [
    'it sends elsewhere',
    (response) => response.writeHead(302, { location: '/otro' }).end(),
    'evidence_revocation_redirected',
  ],
  [
    'a hotel answers for it',
    (response) => response.end('<!doctype html><title>WiFi</title>'),
    'evidence_revocation_malformed',
  ],
  ['it hangs up', (response) => response.destroy(), 'evidence_revocation_unreachable'],
  [
    'it says far too much',
    (response) => response.end(Buffer.alloc(10 * 1024 * 1024)),
    'evidence_revocation_too_large',
  ],
  ['it is silent', () => undefined, 'evidence_revocation_timeout'],
])('%s: nobody knows, and it is named', async (_, badly, key) => {
  answer = badly;
  const { finding, cause, besides } = await lookAtAll();
  expect(said(finding, key)).toBe('unknown');
  expect([cause, ...besides]).not.toContain('cert.revoked');
  expect(new Set(heard.map(({ url }) => url))).toEqual(new Set(['/ocsp']));
});

test('without the permission nobody is asked, and the check names it', async () => {
  await app.evaluate((origins) => chrome.permissions.remove({ origins }), hosts);
  const { finding } = await lookAtAll();
  expect(finding?.status).toBe('unknown');
  expect(finding?.text).toContain(say('evidence_revocation_no_permission'));
  expect(finding?.text).toContain(say('permission_revocation_ask'));
  expect(heard).toEqual([]);
});

test('while it is off nobody is asked; the check says so, and names whom it would ask', async () => {
  const { settings } = await app.evaluate(() => chrome.storage.local.get('settings'));
  await tell(app, 'saveSettings', { ...(settings as Settings), asksRevocation: false });
  const { finding } = await lookAtAll();
  expect(said(finding, 'evidence_revocation_not_allowed')).toBe('unknown');
  expect(finding?.text).toContain(say('permission_revocation', 'www.sat.gob.mx'));
  expect(heard).toEqual([]);
});
