/** What the portal asks for is shown by a part of the popup that comes late, or never. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { pages } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import { frameAt } from './widget.ts';

const shown = "document.querySelector('[data-field=ask]') !== null";
const armed =
  "document.querySelector('form.approval button.primary[aria-disabled=false]') !== null";

let directory: string;
let stage: Stage;
let page: Page;
let popup: Popup;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-late-'));
  await cp(dist, directory, { recursive: true });
  const assets = join(directory, 'assets');
  const [part = '', ...others] = (await readdir(assets)).filter((name) =>
    /^portal-ask-.*js$/.test(name),
  );
  expect(others).toEqual([]);
  const code = await readFile(join(assets, part), 'utf8');
  const held = 'await new Promise((come, fail) => Object.assign(globalThis, { come, fail }));';
  await writeFile(join(assets, part), `${code}\n${held}`);
  stage = await setStage({ headless: true, browser: { dist: directory } });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});

afterAll(async () => {
  await stage.close();
  await rm(directory, { recursive: true, force: true, maxRetries: 10 });
});

beforeEach(async () => {
  page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  await frameAt(page);
  popup = await openPopup(stage.browser, page);
  await popup.waitFor("'come' in globalThis && document.querySelector('form.approval') !== null");
});

afterEach(async () => {
  await popup.close();
  await closePage(page);
});

test('nothing can be approved before it is there', async () => {
  // Longer than any button rests.
  await popup.evaluate('new Promise((done) => setTimeout(done, 1500))');
  expect(await popup.evaluate([shown, armed].map((each) => `(${each})`).join(' || '))).toBe(false);
  await popup.evaluate('globalThis.come()');
  await popup.waitFor(shown);
  expect(await popup.evaluate(armed), 'what has only just come').toBe(false);
  await popup.waitFor(armed);
  expect(await popup.evaluate(shown)).toBe(true);
});

test('nothing can be approved when it never comes, and that is said', async () => {
  await popup.evaluate("globalThis.fail(new Error('Failed to fetch'))");
  await popup.waitFor("document.querySelector('.failure') !== null");
  expect(
    await popup.evaluate("document.querySelector('form.approval button.primary') !== null"),
  ).toBe(false);
});
