import { openAnew, previewAnew } from './open-anew.ts';
import type { AutomaticRepair } from './repair.ts';

/** A fresh sign-in page: with our own script of today, on the connection of today. */
export default {
  id: 'reload-page',
  kind: 'automatic',
  undoMinutes: 0,
  reloads: true,
  preview: async (context) => previewAnew(context),
  run: openAnew,
} as const satisfies AutomaticRepair;
