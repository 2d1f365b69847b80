import { isFresh } from '../clock.ts';
import { defineGatherer } from './gatherer.ts';

/** How far this computer's clock is off, by the portal that was seen last. */
export default defineGatherer({
  name: 'clock',
  depth: 'local',
  async gather({ clock }) {
    const now = Date.now();
    if (!clock || !isFresh(now, clock)) return { missing: 'no_server_time' };
    return {
      device: new Date(now).toISOString(),
      server: new Date(now + clock.offset).toISOString(),
      skew: Math.round(-clock.offset / 1000),
    };
  },
});
