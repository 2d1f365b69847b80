import { browser } from '../../browser.ts';
import type { DiagnosisView } from '../../messages.ts';
import { addressOf, findPortal, portalOfTab } from '../../portals/index.ts';

/** A portal, and the tab where its sign-in page was seen last. */
export type Place = Pick<DiagnosisView, 'portal' | 'tabId'>;

/**
 * Brings the portal's sign-in page before the person, who then signs in. A page of the portal that is
 * no sign-in page is left alone: they may be writing in it.
 * @param how `anew` where the page still shows what failed; `as_it_is` where it may have been worked in
 */
export async function showPortal({ portal, tabId }: Place, how: 'anew' | 'as_it_is') {
  const row = findPortal(portal);
  if (!row) return;
  const url = addressOf(row);
  const tab =
    tabId === undefined ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  if (tab?.id === undefined || portalOfTab(tab)?.id !== row.id) {
    await browser.tabs.create({ url });
    return;
  }
  try {
    await browser.tabs.update(tab.id, { active: true, ...(how === 'anew' && { url }) });
    if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  } catch {
    // It was closed at this very moment.
    await browser.tabs.create({ url });
  }
}
