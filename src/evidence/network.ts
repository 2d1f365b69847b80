import { browser } from '../browser.ts';
import { originsOf } from '../portals/index.ts';
import { defineGatherer } from './gatherer.ts';
import { probe } from './probe.ts';

/** Whether the portal, and the frame of its form, answer at all. */
export default defineGatherer({
  name: 'network',
  depth: 'full',
  async gather({ portal }) {
    if (!portal) return { missing: 'no_portal' };
    // Without it our own requests fail, and that says nothing of the portal.
    const origins = originsOf(portal).map((origin) => `${origin}/*`);
    if (!(await browser.permissions.contains({ origins }))) return { missing: 'site_access' };
    const [page, form] = originsOf(portal);
    const [facts, widget] = await Promise.all([
      probe(page),
      form === undefined ? undefined : probe(form),
    ]);
    return { online: navigator.onLine, portal: facts, ...(widget && { widget }) };
  },
});
