import { defineGatherer } from './gatherer.ts';

/** What the person answered. */
export default defineGatherer({
  name: 'asked',
  depth: 'local',
  async gather({ asked }) {
    return asked ?? {};
  },
});
