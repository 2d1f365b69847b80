import type { CauseRow } from './cause-row.ts';

/** Other extensions, and the access of this one. */
export const extensionsCauses = [
  { id: 'ext.blocker', prior: 7, repair: 'pause-extensions' },
  { id: 'ext.interference', prior: 4, repair: 'pause-extensions' },
  { id: 'ext.own_access', prior: 4, repair: 'grant-access' },
  { id: 'ext.proxy', prior: 3, repair: 'pause-extensions' },
  { id: 'ext.ua_spoof', prior: 2, repair: 'pause-extensions' },
  { id: 'ext.injector', prior: 3, repair: 'pause-extensions' },
  { id: 'ext.own_duplicate', prior: 2, repair: 'pause-extensions' },
] as const satisfies readonly CauseRow[];
