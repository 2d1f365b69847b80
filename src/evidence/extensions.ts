import { defineGatherer } from './gatherer.ts';
import { listOtherExtensions, mayManageExtensions } from './other-extensions.ts';

/** The other extensions that are on, and which ones Firma Lista has paused. */
export default defineGatherer({
  name: 'extensions',
  depth: 'local',
  async gather({ paused }) {
    if (!(await mayManageExtensions())) return { missing: 'management' };
    const others = await listOtherExtensions();
    return { others, paused: paused.filter((id) => others.every((other) => other.id !== id)) };
  },
});
