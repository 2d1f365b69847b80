import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { tabIdOf } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { attemptWhen, badgeBecomes, memoryOf, settled } from './watched.ts';
import { widgetUrl } from './widget.ts';

const portal = 'https://buzon.imss.gob.mx';
const refused = JSON.stringify({ resultado: 5, texto: 'Certificado revocado' });

let strangers: Strangers;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers([
    'buzon.imss.gob.mx',
    'buzon.imss.gob.mx:8443',
    'firmadigitalssl.imss.gob.mx',
    'old.imss.gob.mx',
    'evil.test',
  ]);
  stage = await setStage({
    headless: true,
    resolverRules: strangers.rules,
    hosts: ['evil.test'],
  });
  strangers.secure(stage.tls);
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

async function open(html: string, url: string = pages.fill): Promise<void> {
  strangers.serve(url, `<!doctype html>${html}`);
  await page.goto(url);
}

/** Lets every frame that the browser gives us report as our own script would. */
async function forceReports(reports: readonly unknown[]): Promise<void> {
  const tabId = await tabIdOf(stage.browser, page);
  const worker = await stage.browser.worker();
  await worker.evaluate(
    async ({ tabId, reports }) => {
      const send = async (reports: readonly unknown[]): Promise<void> => {
        const where = `${location.host || location.protocol} ${window.name}`.trim();
        for (const report of reports) {
          const text = JSON.stringify(report).replaceAll('WHERE', where);
          await chrome.runtime.sendMessage(JSON.parse(text));
        }
      };
      const target = { tabId, allFrames: true };
      await chrome.scripting.executeScript({ target, func: send, args: [reports] });
    },
    { tabId, reports },
  );
}

/** What got through, of texts that begin with «forjado». */
async function forged(): Promise<string[]> {
  const texts = (await memoryOf(stage.browser)).match(/forjado[^"\\]*/g) ?? [];
  return [...new Set(texts)].toSorted();
}

const report = { firmaListaSaw: 1, texts: ['forjado en WHERE'] };

test('only the page and the frames that are watched are heard', async () => {
  for (const url of [
    'https://old.imss.gob.mx/',
    `${portal}/dentro`,
    widgetUrl,
    'https://evil.test/',
  ]) {
    strangers.serve(url, '<p>1');
  }
  await open(`<p>Entra
    <iframe name=propio src="/dentro"></iframe>
    <iframe name=widget src="${widgetUrl}"></iframe>
    <iframe name=viejo src="https://old.imss.gob.mx/"></iframe>
    <iframe name=ajeno src="https://evil.test/"></iframe>
    <iframe name=arenero sandbox="allow-scripts" src="/dentro"></iframe>`);
  await settled(stage.browser, page);
  await forceReports([report]);
  await attemptWhen(stage.browser, page, ({ texts }) => texts.length === 3);
  expect(await forged()).toEqual([
    'forjado en buzon.imss.gob.mx',
    'forjado en buzon.imss.gob.mx propio',
    'forjado en firmadigitalssl.imss.gob.mx widget',
  ]);
});

test.each([
  ['a host that is not watched', 'https://old.imss.gob.mx/'],
  ['the widget by itself', widgetUrl],
  ['another page of the portal', `${portal}/otra`],
  ['the portal by http', 'http://buzon.imss.gob.mx/buzonimss/login'],
  ['another port', 'https://buzon.imss.gob.mx:8443/buzonimss/login'],
])('nobody is heard in %s', async (what, url) => {
  await open('<p role=alert>forjado a la vista', url);
  await forceReports([{ ...report, texts: [`forjado en ${what}`] }]);
  const app = await openApp(stage.browser, 'ajustes');
  await app.evaluate((message) => chrome.runtime.sendMessage(message), report);
  await app.close();
  // Had one of them been heard, it would be before the report of this tab.
  const other = await stage.browser.context.newPage();
  strangers.serve(pages.fill, '<!doctype html><p>Entra');
  await other.goto(pages.fill);
  await settled(stage.browser, other);
  await closePage(other);
  expect(
    (await forged()).filter((text) => text.includes(what) || /vista|WHERE/.test(text)),
  ).toEqual([]);
});

test('a report that is not exactly one is thrown away', async () => {
  await open('<p>Entra');
  await settled(stage.browser, page);
  const text = 'forjado mal';
  await forceReports([
    { ...report, texts: [text], more: 1 },
    { ...report, texts: [text], firmaListaSaw: 2 },
    { ...report, texts: [`${text}${'x'.repeat(300)}`] },
    { ...report, texts: Array.from({ length: 21 }, () => text) },
    { ...report, texts: text },
    { ...report, texts: [text, 5] },
    { ...report, texts: [text], foreignMessages: -1 },
    { ...report, texts: [text], foreignMessages: 1e9 },
    { ...report, texts: [text], blank: 'sí' },
    { ...report, texts: [text], answer: { accepted: false, text, firma: 'x' } },
    { ...report, texts: [text], answer: { accepted: 1 } },
    { ...report, texts: [text], resources: { fromCache: 0, fromServiceWorker: 0 } },
    { firmaListaSaw: 1, texts: ['bien'] },
  ]);
  const { texts } = await attemptWhen(stage.browser, page, (facts) => facts.texts.length > 0);
  expect(texts).toEqual([{ text: 'bien' }]);
});

test('a frame says nothing about the page as a whole', async () => {
  strangers.serve(`${portal}/dentro`, '<p>1');
  await open('<p>Entra<iframe src="/dentro"></iframe>');
  await settled(stage.browser, page);
  const tabId = await tabIdOf(stage.browser, page);
  const worker = await stage.browser.worker();
  await worker.evaluate(async (tabId) => {
    const send = async (): Promise<void> => {
      if (window === window.top) return;
      const resources = { fromCache: 9, fromServiceWorker: 9, missing: 9 };
      await chrome.runtime.sendMessage({ firmaListaSaw: 1, blank: true, resources, texts: ['ya'] });
    };
    await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: send });
  }, tabId);
  const facts = await attemptWhen(stage.browser, page, ({ texts }) => texts.length === 1);
  expect(facts).toMatchObject({ blank: false, fromServiceWorker: 0, missingChunks: 0 });
});

test('scripts of the page cannot report, nor speak for the widget', async () => {
  strangers.serve('https://evil.test/', `<script>parent.postMessage('${refused}', '*')</script>`);
  await open('<p>Entra<iframe id=formFirmaDigital src="https://evil.test/"></iframe>');
  expect(await page.evaluate('typeof window.chrome?.runtime?.sendMessage')).toBe('undefined');
  await page.evaluate(
    `for (const origin of ['${new URL(widgetUrl).origin}', location.origin]) {
      dispatchEvent(new MessageEvent('message', { data: '${refused}', origin, source: window }));
      dispatchEvent(new MessageEvent('message', { data: {}, origin, source: window }));
    }`,
  );
  const facts = await settled(stage.browser, page);
  expect(facts).toMatchObject({ texts: [], foreignMessages: 0 });
  expect(facts.widget).toBeUndefined();
  await badgeBecomes(stage.browser, page, '•');
});

test('the widget itself is heard, whatever else it sends', async () => {
  const answer = {
    resultado: 5,
    mensaje: 'Certificado revocado',
    firma: 'SECRETO',
    cert: 'SECRETO',
  };
  const script = [`'{"resultado"'`, 'null', '{ resultado: 0 }', `'"resultado"'`, '[1]']
    .map((data) => `parent.postMessage(${data}, '*');`)
    .join('');
  strangers.serve(
    widgetUrl,
    `<p>1<script>${script} parent.postMessage('${JSON.stringify(answer)}', '*');</script>`,
  );
  await open(`<p>Entra<iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`);
  const facts = await attemptWhen(stage.browser, page, ({ widget }) => widget === 'error');
  expect(facts.texts).toMatchObject([{ text: 'Certificado revocado' }]);
  // A dialog that goes away after its answer was not closed by somebody else.
  await page.evaluate(`document.getElementById('formFirmaDigital').remove();
    document.querySelector('p').setAttribute('role', 'alert');`);
  const after = await attemptWhen(stage.browser, page, ({ texts }) => texts.length === 2);
  expect(after.widget).toBe('error');
  await settled(stage.browser, page);
  expect(await memoryOf(stage.browser)).not.toContain('SECRETO');
  await badgeBecomes(stage.browser, page, '!');
});

test('names that a page gives its elements do not keep its errors from us, nor make it blank', async () => {
  const names = ['querySelectorAll', 'querySelector', 'body', 'documentElement', 'getElementById'];
  await open(`<p>Entra</p>${names.map((name) => `<img name="${name}" alt="">`).join('')}
    <form role=alert style="width: 9px; height: 9px">
      <input name=innerText><input name=checkVisibility><input name=getBoundingClientRect>
    </form>
    <p role=alert>Certificado revocado</p>`);
  const facts = await attemptWhen(stage.browser, page, ({ texts }) => texts.length > 0);
  expect(facts.texts).toMatchObject([{ text: 'Certificado revocado' }]);
  expect(await settled(stage.browser, page)).toMatchObject({ blank: false });
});
