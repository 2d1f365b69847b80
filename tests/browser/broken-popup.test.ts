/** Where the popup breaks, a sentence and a way on; where its code does not even begin, the menu of the icon. */
import { appendFile, cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';
import { dist, setStage } from '../../scripts/stage.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { tabIdOf } from './page-api.ts';

test('what breaks in it is said, and leads to the report', async () => {
  const stage = await setStage({ headless: true });
  const page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  const tabId = await tabIdOf(stage.browser, page);
  const worker = await stage.browser.worker();
  await worker.evaluate((id) => chrome.storage.session.set({ lastFailure: { tabId: id } }), tabId);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('.failure [data-action=report]')");
  expect(await popup.evaluate('document.body.innerText')).toContain(say('report_screen_failed'));
  const opening = stage.browser.context.waitForEvent('page');
  await popup.click('[data-action=report]');
  await (await opening).locator('[data-field=report][data-settled=true]').waitFor();
  await stage.close();
});

test('without any code of it, «Opciones» of the icon opens the full tab, and the report', async () => {
  const stage = await setStage({ headless: true });
  await stage.browser.close();
  const broken = join(stage.directory, 'broken');
  await cp(dist, broken, { recursive: true });
  const html = await readFile(join(broken, 'src/popup/index.html'), 'utf8');
  const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
  expect(await readdir(join(broken, 'assets'))).toContain(script.replace('/assets/', ''));
  await appendFile(join(broken, script), '\nimport "./gone.js";');

  const browser = await launchChromium({
    dist: broken,
    headless: true,
    resolverRules: stage.replica.resolverRules,
    spkiHash: stage.tls.spkiHash,
  });
  const page = await browser.context.newPage();
  await page.goto(pages.fill);
  const popup = await openPopup(browser, page);
  expect(await popup.evaluate('document.body.innerText')).toBe('');
  await popup.close();
  // The browser would turn to one that is open.
  for (const open of browser.context.pages()) {
    if (open.url().includes('/src/app/')) await closePage(open);
  }
  const opening = browser.context.waitForEvent('page');
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.runtime.openOptionsPage());
  const app = await opening;
  await app
    .getByRole('link', { name: say('nav_ayuda') })
    .first()
    .click();
  await app.getByRole('link', { name: say('report_title') }).click();
  await app.locator('[data-field=report][data-settled=true]').waitFor();
  await browser.close();
  await stage.close();
});
