import { browser } from '../browser.ts';
import type { NetworkFacts } from '../diagnosis/index.ts';
import { isBrokenOff } from '../is-broken-off.ts';
import { originsOf, type KnownPortal } from '../portals/index.ts';
import { askControl } from './control.ts';
import { defineGatherer } from './gatherer.ts';
import { probeNeighbour } from './neighbour.ts';
import { pause } from './pause.ts';
import { probe } from './probe.ts';

type Comparison = Pick<NetworkFacts, 'control' | 'neighbour' | 'lacksNeighbour'>;

/** Milliseconds in which everything is asked; what comes later is left out. */
const budget = 1_750;

/** Whether the portal, and the frame of its form, answer at all; and who else does, if they may not. */
export default defineGatherer({
  name: 'network',
  depth: 'full',
  async gather({ portal, mayBeNetwork }) {
    if (!portal) return { missing: 'no_portal' };
    // Without it our own requests fail, and that says nothing of the portal.
    const origins = originsOf(portal).map((origin) => `${origin}/*`);
    if (!(await browser.permissions.contains({ origins }))) return { missing: 'site_access' };
    const start = performance.now();
    const [page, form] = originsOf(portal);
    const early = mayBeNetwork ? compare(portal) : undefined;
    const [facts, widget] = await Promise.all([
      probe(page),
      form === undefined ? undefined : probe(form),
    ]);
    const isDown = isBrokenOff(facts) || isBrokenOff(widget);
    const comparing = early ?? (isDown ? compare(portal) : undefined);
    const compared = await within(budget - (performance.now() - start), comparing);
    const isOnline = [facts, widget].some((asked) => asked?.http !== undefined);
    return {
      online: navigator.onLine || isOnline,
      portal: facts,
      ...(widget && { widget }),
      ...compared,
    };
  },
});

async function compare(portal: KnownPortal): Promise<Comparison> {
  const [control, neighbour] = await Promise.all([askControl(), probeNeighbour(portal)]);
  return { control, ...neighbour };
}

async function within(
  milliseconds: number,
  comparing: Promise<Comparison> | undefined,
): Promise<Comparison> {
  return comparing ? await Promise.race([comparing, pause(milliseconds, {})]) : {};
}
