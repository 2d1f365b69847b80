import { openAnew, previewAnew } from './open-anew.ts';
import type { AutomaticRepair } from './repair.ts';

/** The portal by its own address, with https, for whoever came by another one. */
export default {
  id: 'open-official-page',
  kind: 'automatic',
  undoMinutes: 0,
  reloads: true,
  preview: async (context) => previewAnew(context),
  run: openAnew,
} as const satisfies AutomaticRepair;
