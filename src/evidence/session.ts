import { browser } from '../browser.ts';
import { countStorage } from './count-storage.ts';
import { defineGatherer } from './gatherer.ts';
import { bytesOf, cookiesOfHost, cookiesSentTo } from './portal-cookies.ts';
import { runInPage } from './run-in-page.ts';

/** What the browser keeps of the portal: names, counts and sizes. */
export default defineGatherer({
  name: 'session',
  depth: 'local',
  async gather({ portal, tabId }) {
    if (!portal) return { missing: 'no_portal' };
    const origin = `https://${portal.host}`;
    if (!(await browser.permissions.contains({ origins: [`${origin}/*`] }))) {
      return { missing: 'site_access' };
    }
    const [own, sent, tabs, storage] = await Promise.all([
      cookiesOfHost(portal),
      cookiesSentTo(portal),
      browser.tabs.query({ url: `*://${portal.host}/*` }),
      tabId === undefined ? undefined : runInPage(tabId, countStorage, [origin]),
    ]);
    const header = sent.map(({ name, value }) => (name === '' ? value : `${name}=${value}`));
    return {
      cookies: own.map((cookie) => ({
        name: cookie.name,
        bytes: bytesOf(cookie),
        isSession: cookie.session,
      })),
      cookieBytes: new TextEncoder().encode(header.join('; ')).length,
      portalTabs: tabs.length,
      ...storage,
    };
  },
});
