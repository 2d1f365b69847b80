/** Ways to the popup that are found without being taught: the context menu and a key. */
import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import { bridgeOrigins, portals } from '../portals/index.ts';
import { openSignInWindow } from './surfaces.ts';

const menuId = 'entrar';

/** Once per installation: the browser keeps the menu. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  const pages = portals.flatMap(({ host, path, forms }) => [
    `https://${host}${path}*`,
    ...forms.flatMap(({ origin, paths }) => paths.map((path) => `${origin}${path}*`)),
  ]);
  browser.contextMenus.create({
    id: menuId,
    title: t('context_menu_entrar'),
    contexts: ['page', 'editable', 'frame'],
    documentUrlPatterns: [...new Set([...pages, ...bridgeOrigins.map((origin) => `${origin}/*`)])],
  });
}

export function watchWaysIn(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === menuId) void open(tab?.id);
  });
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === menuId) void open(tab?.id);
  });
}

/** Where the browser does not open the popup, the same screen opens in a window. */
async function open(tabId: number | undefined): Promise<void> {
  try {
    await chrome.action.openPopup();
  } catch {
    if (tabId !== undefined) await openSignInWindow(tabId);
  }
}
