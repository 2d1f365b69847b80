import { defineGatherer } from './gatherer.ts';

/** What was wrong with the files that the person brought lately. */
export default defineGatherer({
  name: 'files',
  depth: 'local',
  async gather({ refused }) {
    return refused ? { refused } : {};
  },
});
