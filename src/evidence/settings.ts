import { browser } from '../browser.ts';
import { originsOf } from '../portals/index.ts';
import { defineGatherer } from './gatherer.ts';

/** Whether the browser still lets us see the portal's pages: it can be taken back at any time. */
export default defineGatherer({
  name: 'settings',
  depth: 'local',
  async gather({ portal }) {
    if (!portal) return { missing: 'no_portal' };
    const origins = originsOf(portal).map((origin) => `${origin}/*`);
    const isGranted = await browser.permissions.contains({ origins });
    return { ownAccess: isGranted ? 'granted' : 'withheld' };
  },
});
