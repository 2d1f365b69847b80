import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { attemptWhen, badgeBecomes, makeExtension, settled } from './watched.ts';
import { frameAt } from './widget.ts';

interface Other {
  script: string;
  rules?: object[];
}

/** Each test starts a browser of its own. */
const patience = 120_000;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-otras-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** The browser with another extension in it, and the sign-in page with the widget in it. */
async function openWith(
  name: string,
  { script, rules }: Other,
): Promise<{ stage: Stage; page: Page }> {
  const extension = await makeExtension(directory, name, script, rules);
  const stage = await setStage({ headless: true, browser: { extraExtensions: [extension] } });
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  return { stage, page };
}

test(
  'an extension that posts into the page while it signs is seen to close the dialog',
  async () => {
    const { stage, page } = await openWith('interfiere', {
      script: `if (location.host === 'buzon.imss.gob.mx') {
      addEventListener('keydown', ({ key }) => postMessage(key === 'a' ? { hola: 1 } : 'hola', '*'));
    }`,
    });
    try {
      for (const key of ['a', 'b']) {
        await frameAt(page);
        await settled(stage.browser, page);
        await badgeBecomes(stage.browser, page, '•');
        await page.keyboard.press(key);
        await page.locator('#formFirmaDigital').waitFor({ state: 'detached' });
        const facts = await attemptWhen(stage.browser, page, ({ widget }) => widget !== undefined);
        expect(facts).toMatchObject({ widget: 'closed_early', foreignMessages: 1, blocked: 0 });
        await badgeBecomes(stage.browser, page, '!');
        await page.reload();
      }
    } finally {
      await stage.close();
    }
  },
  patience,
);

test.each<[string, Other]>([
  ['does nothing', { script: 'void 0;' }],
  [
    'posts texts that are JSON, and others where nobody signs',
    {
      script: `postMessage('{"hola":1}', '*');
        if (location.host !== 'buzon.imss.gob.mx') postMessage({ hola: 1 }, '*');`,
    },
  ],
])(
  'an extension that %s is not noticed, even when the person closes the dialog',
  async (what, other) => {
    const { stage, page } = await openWith(what.slice(0, 5), other);
    try {
      await frameAt(page);
      const facts = await settled(stage.browser, page);
      expect(facts).toMatchObject({ foreignMessages: 0, blocked: 0, texts: [], blank: false });
      expect(facts.widget).toBeUndefined();
      await badgeBecomes(stage.browser, page, '•');
      await page.evaluate("document.getElementById('formFirmaDigital').style.display = 'none'");
      const closed = await attemptWhen(stage.browser, page, ({ widget }) => widget !== undefined);
      expect(closed).toMatchObject({ widget: 'closed_early', foreignMessages: 0 });
      await badgeBecomes(stage.browser, page, '•');
    } finally {
      await stage.close();
    }
  },
  patience,
);

test(
  'files that an extension stops are counted, and a widget that it stops is a failure',
  async () => {
    const stops = (id: number, urlFilter: string, type: string): object => ({
      id,
      action: { type: 'block' },
      condition: { urlFilter, resourceTypes: [type] },
    });
    const { stage, page } = await openWith('bloqueador', {
      script: 'void 0;',
      rules: [
        stops(1, '||buzon.imss.gob.mx/replica/recursos/*.css', 'stylesheet'),
        stops(2, '||firmadigitalssl.imss.gob.mx/', 'sub_frame'),
        stops(3, '||buzon.imss.gob.mx/contador', 'ping'),
      ],
    });
    try {
      const facts = await attemptWhen(stage.browser, page, ({ blocked }) => blocked === 2);
      expect(facts).toMatchObject({ widgetNet: 'BLOCKED_BY_CLIENT', http: 200 });
      await badgeBecomes(stage.browser, page, '!');
      // Nobody waits for the answer to a ping; the file that is asked for after it is counted.
      await page.evaluate(() => {
        navigator.sendBeacon('/contador');
        const file = document.createElement('link');
        document.head.append(
          Object.assign(file, { rel: 'stylesheet', href: '/replica/recursos/x.css' }),
        );
      });
      const more = await attemptWhen(stage.browser, page, ({ blocked }) => blocked > 2);
      expect(more.blocked).toBe(3);
    } finally {
      await stage.close();
    }
  },
  patience,
);
