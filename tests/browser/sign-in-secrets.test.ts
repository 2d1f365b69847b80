import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import {
  approve,
  nextApproval,
  openApp,
  pages,
  resultOf,
  signInFromPopup,
} from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { makeCredential, type Credential } from '../pki/index.ts';
import { newNonce, tellWorker } from './page-api.ts';
import { sentOut, withinReach } from './page-reach.ts';
import { Search } from './search-bytes.ts';
import { found, frameAt, secretsOf } from './widget.ts';

let stage: Stage;
let person: Credential;
let secrets: Search;
let app: Page;
let page: Page;
let requests: Request[];

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  person = await makeCredential(stage.pki, { file: 'propia', password: newNonce(18) });
  secrets = secretsOf(person);
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
  stage.browser.context.on('request', (request) => requests.push(request));
});

afterAll(() => stage.close());

/** Locked each time, so that the password is typed on the way. */
beforeEach(async () => {
  requests = [];
  await tellWorker(app, 'lock', undefined);
  page = await stage.browser.context.newPage();
  await page.goto(pages.bridge);
  return () => closePage(page);
});

/** Nothing secret went out or came in; and what did go out and come in is found by this search. */
async function expectNoSecrets(): Promise<void> {
  const entry = stage.replica.log.findLast(({ kind }) => kind === 'signed-in');
  if (entry?.kind !== 'signed-in' || entry.via !== 'bridge') throw new Error('nobody signed in');
  await page.evaluate((nonce) => void Object.assign(window, { kept: [nonce] }), entry.nonce);
  const [out, within] = [await sentOut(requests), await withinReach(page)];
  const known = new Search([{ name: 'nonce', bytes: Buffer.from(entry.nonce) }]);
  const formsOut = known.in(out, '').map(({ form }) => form);
  expect(formsOut, 'within the token').toContain('base64');
  expect(found(known, within)).toEqual(['nonce']);
  expect(found(secrets, out)).toEqual([]);
  expect(found(secrets, within)).toEqual([]);
}

test('a sign-in by the window hands over no secret', async () => {
  const window = await nextApproval(stage.browser, () => page.click('#entrar'));
  await approve(window, person.password);
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await expectNoSecrets();
});

test('a sign-in by the popup hands over no secret', async () => {
  const { password } = person;
  const popup = await signInFromPopup(stage.browser, page, password);
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await popup.close();
  await expectNoSecrets();
});

test('a form that is filled has them, and so this search finds them', async () => {
  const { password } = person;
  await page.goto(pages.fill);
  const widget = await frameAt(page);
  const popup = await signInFromPopup(stage.browser, page, password);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  await widget.evaluate(async () => {
    const body = new FormData(document.forms[0]);
    await fetch('/eco', { method: 'POST', body: await new Response(body).blob() });
    const key = body.get('key') as File;
    await fetch('/eco', { method: 'POST', body: await key.arrayBuffer() });
    await fetch('/eco', { method: 'POST', body: body.get('password') as string });
  });
  expect(found(secrets, await sentOut(requests)).toSorted()).toEqual(['.key', 'password']);
});
