import { defineGatherer } from './gatherer.ts';

/** Milliseconds; what a portal answered longer ago is another story. */
const lately = 10 * 60_000;

/** How the portal's sign-in page answered lately, as the person asked for it. */
export default defineGatherer({
  name: 'answers',
  depth: 'local',
  async gather({ portal, answers = [] }) {
    if (!portal) return { missing: 'no_portal' };
    const now = Date.now();
    const recent = answers.filter(({ at }) => at <= now && now - at <= lately);
    const first = recent.findIndex(({ isBroken }) => isBroken);
    return {
      broken: recent.filter(({ isBroken }) => isBroken).length,
      cameBack: first >= 0 && recent.slice(first).some(({ isBroken }) => !isBroken),
    };
  },
});
