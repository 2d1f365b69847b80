import { browser } from '../browser.ts';
import { hasFailed } from '../diagnosis/index.ts';
import { t } from '../i18n.ts';
import { portalAt, portalOfTab } from '../portals/index.ts';
import { attemptOf, watchAttempts } from './attempts.ts';

/**
 * Marks the icon on sign-in pages that are known, so that nobody has to be taught, and on those
 * where a sign-in was seen to fail. The browser takes marks away with each page that is loaded.
 */
export function watchTabs(ready: Promise<void>): void {
  browser.tabs.onUpdated.addListener((tabId, changes, tab) => {
    if (changes.status === undefined && changes.url === undefined) return;
    if (portalAt(tab.url)) void ready.then(() => show(tabId));
  });
  watchAttempts({
    onFailure: (tabId) => void show(tabId),
    onCleared: (tabId) => void show(tabId),
  });
}

/** One at a time, by what is known then: of two that overlap, the older must not win. */
async function show(tabId: number): Promise<void> {
  await navigator.locks.request(`badge:${tabId}`, async () => {
    const [tab, page] = await Promise.all([
      browser.tabs.get(tabId).catch(() => undefined),
      attemptOf(tabId),
    ]);
    const portal = portalOfTab(tab);
    if (!portal) return;
    if (page?.portal === portal.id && hasFailed(page)) {
      await mark(tabId, '!', '#b3261e', t('action_title_failed'));
    } else {
      await mark(tabId, '•', '#4636b8', t('action_title_portal'));
    }
  });
}

/** A page asked, and there is nothing to answer with. */
export async function inviteToImport(tabId: number): Promise<void> {
  await mark(tabId, '+', '#9a5b00', t('action_title_import'));
}

async function mark(tabId: number, text: string, color: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}
