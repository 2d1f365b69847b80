/** The help: in the extension, from every screen, and from the disk where nothing else works. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { nextApproval, openApp, pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { topics } from '../../src/help/index.ts';
import { routes } from '../../src/ui/app-url.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});

afterAll(() => stage.close());

const shown = (page: Page) => page.locator('summary:visible').allInnerTexts();
const expired = say('diagnosis_cert_expired');

test('words of a person find the cause, the procedure, the word', async () => {
  const app = await openApp(stage.browser, 'ayuda');
  const search = app.getByLabel(say('help_search'));
  await search.fill('ya venció');
  expect(await shown(app)).toContain(expired);
  await app.getByText(expired).click();
  await app.getByText(say('diagnosis_cert_expired_do')).waitFor();

  await search.fill('CIEC');
  expect(await shown(app)).toContain(say('term_sat_password'));
  await search.fill('semanas cotizadas');
  expect(await shown(app)).toContain(say('procedure_semanas_cotizadas_name'));

  await search.fill('xilófono');
  expect(await app.getByRole('status').innerText()).toBe(say('help_none'));
  await app.getByRole('button', { name: say('help_clear') }).click();
  expect(await app.getByRole('status').innerText()).toBe(say('help_found', String(topics.length)));
  await closePage(app);
});

test('by keyboard', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  const screen = screenOf(app);
  await tabTo(screen, 'nav a[href="#/ayuda"]');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await tabTo(screen, 'input[type=search]');
  await screen.type('proxy');
  await tabTo(screen, '.help-list summary');
  await screen.press('Enter');
  expect(await app.locator('.help-list details[open]').count()).toBe(1);
  await closePage(app);
});

test.each(routes)('from «%s»', async (route) => {
  const app = await openApp(stage.browser, route);
  await app.locator('footer a[href="#/ayuda"]').click();
  await app.getByLabel(say('help_search')).waitFor();
  await closePage(app);
});

test('from the popup, and from the window that asks', async () => {
  const { context } = stage.browser;
  const page = await context.newPage();
  await page.goto(pages.bridge);
  const isHelp = (other: Page) => other.url().endsWith('#/ayuda');
  const helpOpens = async () => {
    const help = await until('The help opens', () => context.pages().find(isHelp));
    await help.getByLabel(say('help_search')).waitFor();
    await closePage(help);
  };
  const popup = await openPopup(stage.browser, page);
  // What comes later pushes the links away.
  await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
  await popup.click('a[href$="#/ayuda"]');
  await helpOpens();

  await page.bringToFront();
  const window = await nextApproval(stage.browser, () => page.click('#entrar'));
  await window.locator('a[href$="#/ayuda"]').click();
  await helpOpens();
  await closePage(window);
  await closePage(page);
});

test('from the installed folder: offline, found by words, and whole without scripts', async () => {
  const page = await stage.browser.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(resolve('dist/ayuda.html')).href;
  await page.goto(address);
  await page.getByLabel(say('help_search')).fill('ya venció');
  expect(await shown(page)).toContain(expired);
  expect(await shown(page)).not.toContain(say('term_proxy'));
  await page.getByLabel(say('help_search')).fill('xilófono');
  expect(await page.getByRole('status').innerText()).toBe(say('help_none'));
  expect(asked).toEqual([address]);

  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.reload();
  expect(await page.getByRole('search').count()).toBe(0);
  await page.locator('summary').first().click();
  await page.getByText(expired).click();
  await page.getByText(say('diagnosis_cert_expired_do')).waitFor();
  await closePage(page);
});
