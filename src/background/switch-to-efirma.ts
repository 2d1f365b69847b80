import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { runInPage } from '../evidence/run-in-page.ts';
import { portalAt } from '../portals/index.ts';

/**
 * Presses the portal's own button that leads to its sign-in with an e.firma.
 * @throws FirmaError `not_a_portal`, `form_not_found` when the button is not there any more
 */
export async function switchToEfirma(tabId: number): Promise<void> {
  const portal = portalAt((await browser.tabs.get(tabId)).url);
  if (!portal?.efirmaButtons) throw new FirmaError('not_a_portal');
  const origin = `https://${portal.host}`;
  const isPressed = await runInPage(tabId, press, [origin, portal.path, portal.efirmaButtons]);
  if (!isPressed) throw new FirmaError('form_not_found');
}

/** Injected into the page that the tab shows. Self-contained: only its source travels. */
function press(origin: string, path: string, ids: readonly string[]): boolean {
  const isHome =
    self.origin === origin &&
    location.ancestorOrigins.length === 0 &&
    (location.pathname === path || location.pathname.startsWith(`${path}/`));
  if (!isHome) return false;
  const button = ids
    .map((id) => Document.prototype.getElementById.call(document, id))
    .find((element) => element !== null);
  if (button) HTMLElement.prototype.click.call(button);
  return button !== undefined;
}
