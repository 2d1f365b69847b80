/** A page of the IMSS that no row knows can be described, and gets nothing. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { PageForms } from '../../src/messages.ts';
import { countEntries, tabIdOf, tellWorker } from './page-api.ts';
import { everythingIsEmpty } from './widget.ts';

let stage: Stage;
let app: Page;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.enie);
  app = await openApp(stage.browser, 'certificados');
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

describe('a page of the IMSS that no row knows', () => {
  /** What the popup says of the form of the page; undefined when it does not speak of any. */
  async function saidOfForm(): Promise<string | undefined> {
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor("document.querySelector('[data-field=unknown-form]')", 20_000);
    const text = await popup.evaluate<string, []>('document.body.innerText');
    expect(text).toContain(say('fill_unknown_title'));
    await popup.close();
    return text;
  }

  test('is said to have the widget, can be described, and gets nothing', async () => {
    const before = stage.replica.log.length;
    const fills = await countEntries(app, 'fill');
    await page.goto('https://otro.imss.gob.mx/replica/firma?rfc=XAXX010101000');
    expect(await saidOfForm()).not.toContain(say('fill_unknown_widget'));
    await page.click('#firmar');
    await page.frameLocator('#firmaIframe').locator('#inputPassword').waitFor();
    expect(await saidOfForm()).toContain(say('fill_unknown_widget'));

    const tabId = await tabIdOf(stage.browser, page);
    const { text, hasWidget } = (await tellWorker(app, 'describeForms', { tabId }))
      .res as PageForms;
    expect(hasWidget).toBe(true);
    expect(text).toContain('https://otro.imss.gob.mx/replica/firma\n');
    expect(text).toContain('input[file] id=inputKey');
    expect(text).not.toContain('XAXX');

    for (const type of ['planFill', 'planNative'] as const) {
      expect(await tellWorker(app, type, { tabId })).toMatchObject({
        err: { code: 'not_a_portal' },
      });
    }
    expect(await everythingIsEmpty(page)).toBe(true);
    expect(await countEntries(app, 'fill')).toBe(fills);
    expect(stage.replica.log.slice(before).filter(({ kind }) => kind === 'signed')).toEqual([]);
  });

  test.each(['http://otro.imss.gob.mx/replica/firma', 'about:blank'])(
    'is nothing like %s, where the popup speaks of no form',
    async (url) => {
      await page.goto(url);
      const tabId = await tabIdOf(stage.browser, page);
      expect(await tellWorker(app, 'describeForms', { tabId })).toMatchObject({
        err: { code: 'not_a_portal' },
      });
      const popup = await openPopup(stage.browser, page);
      await popup.waitFor(
        `document.body.innerText.includes(${JSON.stringify(say('popup_portals'))})`,
      );
      expect(await popup.evaluate("document.querySelector('[data-field=unknown-form]')")).toBe(
        null,
      );
      await popup.close();
    },
  );
});
