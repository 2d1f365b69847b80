import { originsOf } from '../portals/index.ts';
import { defineGatherer } from './gatherer.ts';
import { probeCookie } from './portal-cookies.ts';
import { readDocument } from './read-document.ts';
import { runInFrames } from './run-in-page.ts';

/** What this browser made of the portal's page, in the tab where it is open. */
export default defineGatherer({
  name: 'document',
  depth: 'local',
  async gather({ portal, tabId }) {
    if (!portal) return { missing: 'no_portal' };
    if (tabId === undefined) return { missing: 'no_tab' };
    const [page, ...frames] = await runInFrames(tabId, readDocument, [
      originsOf(portal),
      probeCookie,
    ]);
    if (!page?.own) return { missing: 'site_access' };
    const all = [page, ...frames];
    return {
      ...page.own,
      translated: all.some(({ translated }) => translated),
      applet: all.some(({ applet }) => applet),
    };
  },
});
