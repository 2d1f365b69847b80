import type { RepairId } from '../diagnosis/index.ts';

/** Repairs of site data, the gentlest before the harsher. */
const ladder: readonly RepairId[] = [
  'reload-without-cache',
  'clear-site-cache',
  'clear-session-cookies',
  'clear-site-storage',
  'clear-imss-cookies',
];

/** What to try where a repair of site data did not help; undefined after the last, and for others. */
export function nextRung(repair: RepairId): RepairId | undefined {
  return ladder.includes(repair) ? ladder[ladder.indexOf(repair) + 1] : undefined;
}
