import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, nextApproval, pages, resultOf, signInFromPopup } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { ask, askInWindow, letAMinutePass, newNonce, type Answer } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';

const site = 'https://idse.imss.gob.mx/';
let strangers: Strangers;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx']);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  await letAMinutePass(stage.browser);
  page = await stage.browser.context.newPage();
  return () => closePage(page);
});

/** A page that listens, before anything else, to whatever a message could arrive by. */
const listening = `<!doctype html><head><script>
  const heard = [];
  for (const type of ['message', 'messageerror', 'firma-lista:port', 'firma-lista:sign-in'])
    for (const target of [window, document])
      target.addEventListener(type, (event) => heard.push(type), true);
  onmessage = () => heard.push('onmessage');
</script>`;

test('no listener of the page hears anything in the whole way', async () => {
  strangers.serve(site, listening);
  await page.goto(site);
  expect(await page.evaluate('firmaLista.status()')).toMatchObject({ ready: true });
  expect(await ask(page, {})).toMatchObject({ code: 'invalid_request' });
  const approved = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await approve(approved.window);
  expect(await approved.answer).toHaveProperty('token');
  const refused = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await refused.window.getByRole('button', { name: say('cancel') }).click();
  expect(await refused.answer).toMatchObject({ code: 'user_cancelled' });
  await page.evaluate('window.controller = new AbortController()');
  const aborted = await askInWindow(stage.browser, page, { nonce: newNonce() }, 'controller');
  await page.evaluate('controller.abort()');
  expect(await aborted.answer).toMatchObject({ name: 'AbortError' });
  expect(await page.evaluate('heard')).toEqual([]);

  await page.evaluate("postMessage('{}')");
  await page.waitForFunction('heard.length > 0');
  expect(await page.evaluate('heard'), 'it does listen').toContain('message');
});

test('the portal hears nothing either, whichever way one starts', async () => {
  await page.goto(pages.bridge);
  await approve(await nextApproval(stage.browser, () => page.click('#entrar')));
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await page.goto(pages.bridge);
  const popup = await signInFromPopup(stage.browser, page);
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await popup.close();
  expect(await page.locator('#mensajes').innerText()).toBe('0');
  expect(stage.replica.log.filter(({ kind }) => kind === 'foreign-message')).toEqual([]);
});

/** Replaces whatever our script could use, and keeps every port that comes by. */
const spying = `<!doctype html><head><script>{
  const { apply, ownKeys } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const caught = (window.caught = []);
  const Port = MessagePort;
  const target = getOwnPropertyDescriptor(Event.prototype, 'target').get;
  const isPort = (value) => value instanceof Port;
  const look = (value) => {
    if (isPort(value)) caught.push('port');
    if (value instanceof Event && isPort(apply(target, value, []))) caught.push('event');
    if (value !== null && typeof value === 'object' && 'resolve' in value) caught.push('call');
  };
  const spyOn = (object, key) => {
    const found = getOwnPropertyDescriptor(object, key);
    if (!found?.configurable) return;
    for (const part of ['value', 'get', 'set']) {
      const original = found[part];
      if (typeof original !== 'function') continue;
      found[part] = function (...args) {
        look(this);
        for (let index = 0; index < args.length; index++) look(args[index]);
        return new.target ? new original(...args) : apply(original, this, args);
      };
    }
    defineProperty(object, key, found);
  };
  const targets = [
    MessagePort, EventTarget, Event, MessageEvent, CustomEvent, AbortSignal, Promise, Function,
    Map, Set, Array, Crypto,
  ].map(({ prototype }) => prototype);
  for (const object of [...targets, Object, Reflect, JSON])
    for (const key of ownKeys(object)) if (key !== 'constructor') spyOn(object, key);
  for (const key of ['setTimeout', 'clearTimeout', 'postMessage']) spyOn(window, key);
  for (const key of ['Promise', 'Map', 'Error', 'CustomEvent', 'MessageChannel', 'Proxy'])
    window[key] = class extends window[key] { constructor(...args) { super(...args); look(this); } };
  for (const key of [
    'kind', 'id', 'method', 'data', 'port', 'ports', 'result', 'failure', 'resolve', 'reject',
    'acknowledged', 'onmessage', 'hello', 'unexpected', 'code',
  ]) {
    defineProperty(Object.prototype, key, {
      __proto__: null,
      configurable: true,
      get() { look(this); },
      set(value) {
        look(this);
        look(value);
        defineProperty(this, key, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
      },
    });
  }
}</script>`;

test('a page that replaces the platform gets hold of no port, and harms nobody else', async () => {
  strangers.serve(site, spying);
  await page.goto(site);
  const wait = 'firmaLista.authenticate({ nonce: "short" }).catch((error) => error.code)';
  expect(await page.evaluate(wait)).toBe('invalid_request');
  let answer: Promise<Answer> = Promise.resolve({});
  const window = await nextApproval(stage.browser, async () => {
    answer = ask(page, { nonce: newNonce() });
  });
  await approve(window);
  expect(await answer).toHaveProperty('token');
  expect(await page.evaluate('[...caught]')).toEqual([]);

  const other = await stage.browser.context.newPage();
  await other.goto(pages.bridge);
  await approve(await nextApproval(stage.browser, () => other.click('#entrar')));
  expect(await resultOf(other)).toMatch(/^Entraste/);
  await closePage(other);
});

test('a page that breaks the platform breaks its own calls alone', async () => {
  strangers.serve(
    site,
    `<!doctype html><head><script>
      const broken = () => { throw new Error('broken'); };
      Promise.prototype.then = JSON.stringify = JSON.parse = broken;
      EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = broken;
      MessagePort.prototype.postMessage = Map.prototype.get = Reflect.apply = broken;
      Function.prototype.bind = Function.prototype.call = crypto.randomUUID = broken;
      Object.prototype.firmaLista = Object.prototype.ok = Object.prototype.failure = {};
      firmaLista.status();
      firmaLista.authenticate({});
    </script>`,
  );
  await page.goto(site);
  const other = await stage.browser.context.newPage();
  await other.goto(pages.bridge);
  expect(await other.evaluate('firmaLista.status()')).toMatchObject({ ready: true });
  await approve(await nextApproval(stage.browser, () => other.click('#entrar')));
  expect(await resultOf(other)).toMatch(/^Entraste/);
  await closePage(other);
});

test('a page that forges the hand-over of the port changes nothing', async () => {
  strangers.serve(site, '<!doctype html>');
  await page.goto(site);
  const result = await page.evaluate(`(async () => {
    const before = firmaLista;
    const errors = [];
    window.addEventListener('error', ({ message }) => errors.push(message));
    const { port1, port2 } = new MessageChannel();
    document.dispatchEvent(new MessageEvent('firma-lista:port', { ports: [port2] }));
    port1.postMessage({ kind: 'hello', unexpected: 'trampa' });
    return { same: before === firmaLista, errors, status: await firmaLista.status() };
  })()`);
  expect(result).toMatchObject({ same: true, errors: [], status: { ready: true } });
});

test('after an update of the extension a page that is still open is told to load again', async () => {
  strangers.serve(site, '<!doctype html>');
  await page.goto(site);
  const before = await stage.browser.worker();
  await before.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await until('The extension starts again', async () =>
    (await stage.browser.worker()) === before ? undefined : true,
  );
  expect(await ask(page, { nonce: newNonce() })).toEqual({
    name: 'FirmaError',
    code: 'unsupported_version',
    message: say('error_unsupported_version'),
  });
  await page.reload();
  await keepFiles(stage.browser, stage.pki.credentials.person);
  const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await approve(window);
  expect(await answer).toHaveProperty('token');
});
