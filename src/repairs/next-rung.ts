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

/** Whether one repair is the other, or a rung of the same ladder: they mend the same thing. */
export function isSameLadder(one: RepairId, other: RepairId): boolean {
  return one === other || (ladder.includes(one) && ladder.includes(other));
}
