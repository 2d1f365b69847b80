import type { Page } from 'playwright-core';
import { browserSession } from './worker.ts';

/**
 * Closes a page for sure. A browser may forget the order to close a page that is just being
 * replaced: it is given again until the page is gone.
 */
export async function closePage(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const context = page.context();
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const browser = await browserSession(context);
  const again = setInterval(() => {
    // It may be gone by now.
    browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
  }, 2_000);
  try {
    await page.close();
  } finally {
    clearInterval(again);
    await browser.detach();
  }
}
