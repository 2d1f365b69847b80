import type { CauseRow } from './cause-row.ts';

/** The browser and the operating system. */
export const browserCauses = [
  { id: 'brw.unsupported', prior: 5 },
  { id: 'brw.outdated', prior: 5, repair: 'update-browser' },
  { id: 'os.unsupported', prior: 4 },
  { id: 'brw.java_legacy', prior: 3 },
  { id: 'brw.translate', prior: 2 },
  { id: 'brw.private_mode', prior: 2, onlyByAsking: true },
  { id: 'brw.extension_stale', prior: 3 },
  { id: 'brw.mobile', prior: 2 },
  { id: 'brw.profile_corrupt', prior: 1, onlyByAsking: true },
] as const satisfies readonly CauseRow[];
