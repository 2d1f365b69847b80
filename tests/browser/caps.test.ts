/** However much a page asks, says or holds, only so much of it is kept. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { firstRun, keep, openApp, pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { TabAsks } from '../../src/background/tab-asks.ts';
import { tabIdOf } from './page-api.ts';
import { refusalOf, tell } from './tell.ts';
import { widgetUrl } from './widget.ts';

let stage: Stage;
let app: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await firstRun(stage.browser);
  await keep(stage.browser, stage.pki.credentials.enie);
  app = await openApp(stage.browser, 'ajustes');
  // Pages that do nothing by themselves: there are many of them.
  const html = (body: string) => ({ contentType: 'text/html', body: `<!doctype html>${body}` });
  await stage.browser.context.route(widgetUrl, (route) => route.fulfill(html('<p>Firma')));
  await stage.browser.context.route(pages.fill, (route) => route.fulfill(html('<p>Entra')));
});
afterAll(() => stage.close());

async function keptOf<Value>(name: string): Promise<Record<string, Value>> {
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(() => chrome.storage.session.get<Record<string, unknown>>());
  const ours = Object.entries(kept).filter(([key]) => key.startsWith(`${name}:`));
  return Object.fromEntries(ours) as Record<string, Value>;
}

/** The page asks the widget in a new frame for something of this folio. */
async function ask(page: Page, folio: string): Promise<void> {
  await page.evaluate(
    async ({ url, folio }) => {
      const params = JSON.stringify({ operacion: 'validarCertificado', folio });
      document.body.insertAdjacentHTML(
        'beforeend',
        `<iframe name="${folio}"></iframe>
         <form method="post" action="${url}" target="${folio}"><input name="params"></form>`,
      );
      const form = document.querySelector<HTMLFormElement>(`form[target="${folio}"]`);
      const frame = document.querySelector(`iframe[name="${folio}"]`);
      const field = form?.querySelector('input');
      if (field) field.value = params;
      const loaded = new Promise((resolve) => frame?.addEventListener('load', resolve));
      form?.submit();
      await loaded;
    },
    { url: widgetUrl, folio },
  );
}

const foliosIn = (asks: TabAsks | undefined): string[] =>
  Object.values(asks ?? {})
    .flatMap(({ shown }) => shown?.folio ?? [])
    .toSorted();

async function foliosBecome(tabId: number, expected: readonly string[]): Promise<void> {
  let last: string[] = [];
  await until(`${expected.join()} in tab ${tabId}`, async () => {
    last = foliosIn((await keptOf<TabAsks>('asks'))[`asks:${tabId}`]);
    return last.join() === expected.join() ? true : undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}: ${last.join()}`);
  });
}

test('of the widgets of one page those of the four newest asks are known', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  const tabId = await tabIdOf(stage.browser, page);
  for (const folio of ['f1', 'f2', 'f3', 'f4']) await ask(page, folio);
  await foliosBecome(tabId, ['f1', 'f2', 'f3', 'f4']);
  for (const folio of ['f5', 'f6']) await ask(page, folio);
  await foliosBecome(tabId, ['f3', 'f4', 'f5', 'f6']);
  await closePage(page);
});

test('of the tabs the twelve that asked last are known', async () => {
  const tabs: Page[] = [];
  const ids: number[] = [];
  for (let index = 0; index < 14; index += 1) {
    const page = await stage.browser.context.newPage();
    await page.goto(pages.fill);
    await ask(page, `t${index}`);
    const tabId = await tabIdOf(stage.browser, page);
    await foliosBecome(tabId, [`t${index}`]);
    tabs.push(page);
    ids.push(tabId);
  }
  const known = ids.slice(2).map((id) => `asks:${id}`);
  expect(Object.keys(await keptOf('asks')).toSorted()).toEqual(known.toSorted());
  for (const page of tabs) await closePage(page);
  await expect.poll(async () => Object.keys(await keptOf('asks'))).toEqual([]);
});

test('of what is reported of one attempt the first two hundred count', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  const tabId = await tabIdOf(stage.browser, page);
  const attempt = async () =>
    (await keptOf<{ reports: number; page: { texts: { text: string }[] } }>('attempt'))[
      `attempt:${tabId}`
    ];
  await until('The attempt', attempt);
  const worker = await stage.browser.worker();
  await worker.evaluate(async (id) => {
    const func = async (): Promise<void> => {
      for (let index = 0; index < 210; index += 1) {
        const texts = [`texto ${'abcdefghij'[index % 10]} ${index < 205 ? 'antes' : 'después'}`];
        await chrome.runtime.sendMessage({ firmaListaSaw: 1, texts });
      }
    };
    await chrome.scripting.executeScript({ target: { tabId: id }, func });
  }, tabId);
  await until('Two hundred', async () => ((await attempt())?.reports === 200 ? true : undefined));
  const texts = (await attempt())?.page.texts ?? [];
  expect(texts).toHaveLength(10);
  expect(texts.filter(({ text }) => text.includes('después'))).toEqual([]);
  await closePage(page);
});

test('a page with a thousand fields is described by eighty', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  await page.evaluate(() => {
    const fields = '<form action="/x"></form><input id="uno">'.repeat(1000);
    document.body.insertAdjacentHTML('beforeend', fields);
  });
  const { text } = await tell(app, 'describeForms', {
    tabId: await tabIdOf(stage.browser, page),
  });
  expect(text.match(/ id=uno$/gm)).toHaveLength(80);
  expect(text.match(/form →/g)).toHaveLength(80);
  await closePage(page);
});

test('names that a page gives its elements hide none of its fields', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  const names = ['querySelectorAll', 'forms', 'body', 'getElementById', 'readyState'];
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    `<input id="uno">${names.map((name) => `<img name="${name}" alt="">`).join('')}`,
  );
  const tabId = await tabIdOf(stage.browser, page);
  expect((await tell(app, 'describeForms', { tabId })).text).toContain('id=uno');
  await closePage(page);
});

test('of registros patronales fifty are kept with an e.firma', async () => {
  const [card] = await tell(app, 'listCredentials');
  const id = card?.id ?? '';
  const many = (length: number) => ({
    registrosPatronales: Array.from({ length }, (_, index) => `C87260991${index % 9}3`),
  });
  expect(await refusalOf(app, 'saveAccount', { id, account: many(51) })).toBe('account_invalid');
  expect(await refusalOf(app, 'saveAccount', { id, account: many(50) })).toBeUndefined();
});
