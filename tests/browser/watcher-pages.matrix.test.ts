import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { pages } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { tabIdOf } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { attemptWhen, badgeBecomes, badgeOf, factsOf, memoryOf, settled } from './watched.ts';
import { widgetUrl } from './widget.ts';

const portal = 'https://buzon.imss.gob.mx';
const revoked = 'No se puede acceder al aplicativo porque su E.FIRMA está revocada.';

let strangers: Strangers;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers([
    'buzon.imss.gob.mx',
    'firmadigitalssl.imss.gob.mx',
    'captive.test',
  ]);
  stage = await setStage({
    headless: true,
    resolverRules: [...strangers.rules, 'MAP serviciosdigitales.imss.gob.mx:443 127.0.0.1:1'],
  });
  strangers.secure(stage.tls);
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  strangers.serve(widgetUrl, '<p>widget');
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

async function open(html: string, status = 200): Promise<void> {
  strangers.serve(pages.fill, `<!doctype html>${html}`, {}, status);
  await page.goto(pages.fill);
}

test('a page that does not load is a failure, with the error of the network', async () => {
  await page.goto(pages.bridge).catch(() => undefined);
  const facts = await attemptWhen(stage.browser, page, ({ net }) => net !== undefined);
  expect(facts).toMatchObject({ portal: 'replica-entrar', net: 'CONNECTION_REFUSED' });
  expect(await badgeBecomes(stage.browser, page, '!')).toBe(say('action_title_failed'));
  const tabId = await tabIdOf(stage.browser, page);
  await page.evaluate('1');
  expect((await badgeOf(stage.browser, tabId)).text, 'also over the page of the error').toBe('!');
});

test('a page that the portal answers with 503 is a failure', async () => {
  await open('<p>Servicio no disponible', 503);
  expect(await settled(stage.browser, page)).toMatchObject({ http: 503, blank: false });
  await badgeBecomes(stage.browser, page, '!');
});

test('another page of the portal that fails is no attempt to sign in', async () => {
  strangers.serve(`${portal}/otra`, '<p role=alert>Certificado revocado', {}, 503);
  await page.goto(`${portal}/otra`);
  await open('<p>Entra');
  await settled(stage.browser, page);
  expect(await memoryOf(stage.browser)).not.toContain('Certificado revocado');
  await badgeBecomes(stage.browser, page, '•');
});

test('a page in which nothing can be seen is a failure, until something can', async () => {
  await open('<title>Buzón</title><div></div><iframe hidden></iframe><input type=hidden>');
  expect(await settled(stage.browser, page)).toMatchObject({ http: 200, blank: true });
  await badgeBecomes(stage.browser, page, '!');
  await page.evaluate("document.querySelector('div').textContent = 'Entra con tu e.firma'");
  await attemptWhen(stage.browser, page, ({ blank }) => !blank);
  await badgeBecomes(stage.browser, page, '•');
});

test.each(['<p>Texto', '<button>', '<input>', '<canvas>', '<svg width=9 height=9>'])(
  'a page with %s is not blank',
  async (html) => {
    await open(html);
    expect(await settled(stage.browser, page)).toMatchObject({ blank: false });
  },
);

test('a script that is gone is a failure only when it leaves the page blank', async () => {
  for (const path of ['trozo.js', 'trozo2.js']) {
    strangers.serve(`${portal}/${path}`, 'nada', {}, 404);
  }
  strangers.serve(`${portal}/app.js`, "import('/trozo2.js')", {
    'content-type': 'text/javascript',
  });
  const scripts = '<script src=/trozo.js></script><script type=module src=/app.js></script>';
  await open(`${scripts}<p>Entra`);
  expect(await settled(stage.browser, page)).toMatchObject({ missingChunks: 2, blank: false });
  await badgeBecomes(stage.browser, page, '•');
  await open(scripts);
  expect(await settled(stage.browser, page)).toMatchObject({ missingChunks: 2, blank: true });
  await badgeBecomes(stage.browser, page, '!');
});

test('a widget that does not come is a failure', async () => {
  strangers.serve(widgetUrl, 'nada', {}, 500);
  await open(`<iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`);
  await attemptWhen(stage.browser, page, ({ widgetHttp }) => widgetHttp === 500);
  await badgeBecomes(stage.browser, page, '!');
});

test('an error is read where it can be seen, in the widget too, and nowhere else', async () => {
  strangers.serve(widgetUrl, `<p id=mensajeError>${revoked}`);
  await open(`<p role=alert hidden>Su sesión ha expirado</p>
    <p role=alert style="opacity:0">Su sesión ha expirado</p>
    <script>const role = '<p role=alert>Su sesión ha expirado</p>';</script>
    <textarea role=alert>Su sesión ha expirado</textarea>
    <p role=alert>Algo que nadie conoce</p>
    <iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`);
  const { texts } = await attemptWhen(stage.browser, page, (facts) => facts.texts.length >= 2);
  expect(texts).toContainEqual({ text: 'Algo que nadie conoce' });
  expect(texts).toContainEqual({ text: revoked, class: 'revoked' });
  expect(JSON.stringify(texts)).not.toContain('sesión');
  await badgeBecomes(stage.browser, page, '!');
});

test('a text that nobody knows is no failure', async () => {
  await open('<p role=alert>Escribe tu RFC</p>');
  await attemptWhen(stage.browser, page, ({ texts }) => texts.length === 1);
  await settled(stage.browser, page);
  await badgeBecomes(stage.browser, page, '•');
});

test('what tells whose it is never gets into the memory, nor more than was agreed', async () => {
  const rfc = 'PULX9002151KA';
  await open(`<p role=alert>El RFC ${rfc} no es el de PULX900215MDFRSM07</p>
    <p role=alert>${'larguísimo '.repeat(100_000)}</p><input value="${rfc}" role=alert>`);
  const { texts } = await attemptWhen(stage.browser, page, (facts) => facts.texts.length === 2);
  expect(texts.every(({ text }) => text.length <= 300)).toBe(true);
  const memory = await memoryOf(stage.browser);
  expect(memory).not.toContain(rfc);
  expect(memory).not.toContain('PULX900215MDFRSM07');
});

test('a page that changes its error without end is heard only so often', async () => {
  await open('<p role=alert></p>');
  await page.evaluate(`void setInterval(() => {
    const letter = () => String.fromCharCode(97 + 26 * Math.random());
    document.querySelector('p').textContent = Array.from({ length: 20 }, letter).join('');
    for (let i = 0; i < 500; i += 1) postMessage('x'.repeat(1000));
  }, 10)`);
  const { texts } = await attemptWhen(stage.browser, page, (facts) => facts.texts.length === 10);
  expect(texts).toHaveLength(10);
  const tabId = await tabIdOf(stage.browser, page);
  const facts = await factsOf(stage.browser, tabId);
  expect(facts?.foreignMessages, 'nobody signs here').toBe(0);
});

async function sendForm(): Promise<void> {
  await page.evaluate(`{
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/accion' });
    document.body.append(form);
    form.submit();
  }`);
}

test('a form that leads back to itself twice is a loop', async () => {
  strangers.serve(`${portal}/accion`, '', { location: '/buzonimss/login' }, 302);
  await open('<p>Entra');
  await Promise.all([page.waitForNavigation(), sendForm()]);
  const first = await attemptWhen(stage.browser, page, ({ redirect }) => redirect === 'login');
  expect(first.loginLoop, 'once is a mistake of the person').toBe(false);
  await page.goto(pages.fill);
  await attemptWhen(stage.browser, page, ({ loginLoop }) => loginLoop);
  await badgeBecomes(stage.browser, page, '!');
});

test('a form that led somewhere is no loop, however often one comes back', async () => {
  strangers.serve(`${portal}/accion`, '<p>Entraste');
  await open('<p>Entra');
  await Promise.all([page.waitForURL(`${portal}/accion`), sendForm()]);
  for (const at of [1, 2, 3]) {
    await page.goto(pages.fill);
    expect((await settled(stage.browser, page)).loginLoop, `load ${at}`).toBe(false);
  }
  await badgeBecomes(stage.browser, page, '•');
});

test('a redirect to a stranger is seen', async () => {
  strangers.serve(pages.fill, '', { location: 'https://captive.test/' }, 302);
  await page.goto(pages.fill);
  await attemptWhen(stage.browser, page, ({ redirect }) => redirect === 'offsite');
});

test('a page that a service worker of the portal serves says so, though it made no request', async () => {
  const scope = `${pages.fill}/`;
  strangers.serve(`${scope}app.js`, '1', { 'content-type': 'text/javascript' });
  strangers.serve(
    `${scope}sw.js`,
    `addEventListener('install', () => skipWaiting());
     addEventListener('activate', (event) => event.waitUntil(clients.claim()));
     addEventListener('fetch', (event) => event.respondWith(
       event.request.url.endsWith('/app.js') ? new Response('no', { status: 404 })
         : new Response('<!doctype html><script src=app.js></script>',
           { headers: { 'content-type': 'text/html' } })));`,
    { 'content-type': 'text/javascript' },
  );
  strangers.serve(
    `${scope}sw`,
    `<!doctype html><p>Entra<script>
      navigator.serviceWorker.register('sw.js').then(() => navigator.serviceWorker.ready)
        .then(() => { document.title = 'listo'; });
    </script><script src=app.js></script>`,
  );
  await page.goto(`${scope}sw`);
  await page.waitForFunction("document.title === 'listo'");
  expect(await settled(stage.browser, page)).toMatchObject({ fromServiceWorker: 0, blank: false });
  await page.goto(`${scope}sw`);
  const stale = await attemptWhen(stage.browser, page, (facts) => facts.fromServiceWorker === 2);
  expect(stale).toMatchObject({ blank: true, missingChunks: 1, fromCache: 0 });
  expect(stale.http).toBeUndefined();
  await badgeBecomes(stage.browser, page, '!');
});

test('what comes out of the cache is counted', async () => {
  strangers.serve(`${portal}/guardado.js`, '1', {
    'content-type': 'text/javascript',
    'cache-control': 'max-age=600',
  });
  await open('<p>Entra<script src=/guardado.js></script>');
  expect(await settled(stage.browser, page)).toMatchObject({ fromCache: 0 });
  await page.goto(pages.fill);
  expect(await settled(stage.browser, page)).toMatchObject({ fromCache: 1, fromServiceWorker: 0 });
});

test('a watcher that an update left behind is silent', async () => {
  await open('<p role=alert></p>');
  await settled(stage.browser, page);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => complaints.push(message.text()));
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await until('The extension starts again', async () =>
    (await stage.browser.worker()) === worker ? undefined : true,
  );
  await page.evaluate(`new Promise((done) => {
    let times = 0;
    const timer = setInterval(() => {
      document.querySelector('p').textContent = 'Error ' + times;
      if ((times += 1) > 20) { clearInterval(timer); done(); }
    }, 100);
  })`);
  expect(complaints).toEqual([]);
});
