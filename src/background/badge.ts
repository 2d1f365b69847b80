import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import { portalAt } from '../portals/index.ts';

/** Marks the icon on sign-in pages that are known, so that nobody has to be taught. */
export function watchTabs(): void {
  browser.tabs.onUpdated.addListener((tabId, changes, tab) => {
    if (changes.status === undefined && changes.url === undefined) return;
    if (portalAt(tab.url)) void mark(tabId, '•', '#4636b8', t('action_title_portal'));
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
