import type { CauseRow } from './cause-row.ts';

/** The browser and the operating system. */
export const browserCauses = [
  { id: 'brw.unsupported', prior: 5, repair: 'use-supported-browser' },
  { id: 'brw.outdated', prior: 5, repair: 'update-browser' },
  { id: 'os.unsupported', prior: 4, repair: 'update-system' },
  { id: 'brw.java_legacy', prior: 3, repair: 'use-supported-browser' },
  { id: 'brw.translate', prior: 2, repair: 'turn-off-translation' },
  { id: 'brw.private_mode', prior: 2, repair: 'use-supported-browser', onlyByAsking: true },
  { id: 'brw.extension_stale', prior: 3, repair: 'reload-page' },
  { id: 'brw.mobile', prior: 2, repair: 'use-supported-browser' },
  { id: 'brw.profile_corrupt', prior: 1, repair: 'use-new-profile', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
