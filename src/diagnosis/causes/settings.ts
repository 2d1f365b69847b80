import type { CauseRow } from './cause-row.ts';

/** Settings of the browser for the portal. */
export const settingsCauses = [
  { id: 'set.popups_blocked', prior: 5, repair: 'allow-popups', onlyByAsking: true },
  { id: 'set.cookies_blocked', prior: 4, repair: 'allow-cookies' },
  { id: 'set.policy', prior: 2, repair: 'ask-network' },
  { id: 'set.js_off', prior: 1, repair: 'allow-javascript' },
  { id: 'set.autodownload', prior: 1, repair: 'allow-downloads', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
