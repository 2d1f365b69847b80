/** What made a sign-in go well, as far as what was changed before it tells. */
import type { NamedCause, RepairId } from '../diagnosis/index.ts';
import { isSameLadder } from './next-rung.ts';

export interface Cure {
  /** What was changed mends something else than the cause. */
  isDoubtful?: true;
  /** Whose words on how to keep it from coming back fit. */
  lesson?: RepairId;
}

/**
 * @param isAutomatic whether the cause would have been mended here: what the person does by hand is
 * not among the changes, and its absence says nothing
 * @param changes the repairs that were made, oldest first
 */
export function judgeCure(
  { certainty, repair }: NamedCause,
  isAutomatic: boolean,
  changes: readonly RepairId[],
): Cure {
  const fitting = repair && changes.findLast((change) => isSameLadder(repair, change));
  const isDoubtful = isAutomatic && changes.length > 0 && fitting === undefined;
  const named = certainty === 'unknown' || isDoubtful ? undefined : repair;
  const lesson = fitting ?? named ?? changes.at(-1);
  return { ...(isDoubtful && { isDoubtful }), ...(lesson && { lesson }) };
}
