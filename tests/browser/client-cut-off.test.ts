/** A session of a client that was being closed when the browser ended: its cookies go to the end. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillFromPopup, openApp, pages, pressValidate, resultOf } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { stopServiceWorker } from '../../scripts/worker.ts';
import { holdAfterCookies } from './hold-cookies.ts';
import { countEntries, tabIdOf } from './page-api.ts';
import { tell } from './tell.ts';

const { host } = new URL(pages.fill);

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(() => stage.close());

test('what a whole domain’s cookies hold of it too, and the history has no word of that', async () => {
  const { browser, pki } = stage;
  const page = await browser.context.newPage();
  const popup = await fillFromPopup(browser, page, pki.credentials.person.password);
  await popup.close();
  await pressValidate(page);
  expect(await resultOf(page)).toContain(pki.credentials.person.rfc);
  const ofDomain = {
    domain: '.imss.gob.mx',
    path: '/',
    secure: true,
    expires: Math.floor(Date.now() / 1000) + 86_400,
  };
  await browser.context.addCookies([
    { ...ofDomain, name: 'sesion', value: 'x', httpOnly: true },
    // Of whoever counts visitors.
    { ...ofDomain, name: '_ga', value: 'GA1.1' },
  ]);

  const app = await openApp(browser, 'ajustes');
  const isHeld = await holdAfterCookies(browser, 0);
  const request = { tabId: await tabIdOf(browser, page), host, isShared: true } as const;
  void tell(app, 'closeClient', request).catch(() => undefined);
  await isHeld();
  const worker = await browser.worker();
  // What goes with the browser.
  await worker.evaluate(() => chrome.storage.session.clear());
  await stopServiceWorker(browser.context, browser.extensionId);

  expect(await countEntries(app, 'repair')).toBe(1);
  const left = await browser.context.cookies(`https://${host}`);
  expect(left.map(({ name }) => name)).toEqual(['_ga']);
  const { rows } = await tell(app, 'readAudit');
  expect(rows.filter((row) => 'isShared' in row)).toEqual([]);
});
