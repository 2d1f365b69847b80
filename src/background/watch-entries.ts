/** Remembers where each e.firma was let in: an account that knows it needs no update. */
import { hasFailed } from '../diagnosis/index.ts';
import { findPortal, isFormAt, portalAt, type PortalId } from '../portals/index.ts';
import { saveEntry } from '../vault/index.ts';
import { attemptOf, watchAttempts } from './attempts.ts';
import { clientHandedOver } from './clients.ts';
import { reportBug } from './report-bug.ts';
import { watchedUrls } from './watched-urls.ts';

export function watchEntries(ready: Promise<void>): void {
  watchAttempts({
    onSignedIn(portal, tabId) {
      // Elsewhere a yes of the widget is not yet one of the portal.
      if (findPortal(portal)?.watch?.insideNodes) {
        void ready.then(() => noteEntry(portal, tabId)).catch(reportBug);
      }
    },
  });
  chrome.webRequest.onCompleted.addListener(
    ({ tabId, url, statusCode }) => {
      if (statusCode < 400) void ready.then(() => noteShown(tabId, url)).catch(reportBug);
    },
    { urls: watchedUrls, types: ['main_frame'] },
  );
}

/** After the yes of its widget a portal shows another page than its form: it has let somebody in. */
async function noteShown(tabId: number, url: string): Promise<void> {
  const page = await attemptOf(tabId);
  const portal = findPortal(page?.portal);
  if (!page || !portal || new URL(url).host !== portal.host) return;
  const isForm = portalAt(url) !== undefined && isFormAt(portal, url);
  if (page.widget === 'ok' && !isForm && !hasFailed(page)) await noteEntry(portal.id, tabId);
}

/** Whose e.firma it was is known in the tab where it was handed over from here. */
async function noteEntry(portal: PortalId, tabId: number): Promise<void> {
  const host = findPortal(portal)?.host;
  const client = host === undefined ? undefined : await clientHandedOver(host, tabId);
  if (client?.portal !== portal) return;
  await saveEntry(client.credentialId, { portal, at: new Date().toISOString() });
}
