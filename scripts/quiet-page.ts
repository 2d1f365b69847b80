import type { BrowserContext, Page } from 'playwright-core';
import type { Launched } from './chromium.ts';

const quietPages = new WeakMap<BrowserContext, Page>();

/** A page of the extension's origin that runs none of its code. It stays open until that reloads. */
export async function quietPage({
  context,
  extensionId,
}: Pick<Launched, 'context' | 'extensionId'>): Promise<Page> {
  const open = quietPages.get(context);
  if (open && !open.isClosed()) return open;
  const page = await context.newPage();
  quietPages.set(context, page);
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return page;
}
