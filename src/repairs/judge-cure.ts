/** What made a sign-in go well, as far as what was changed before it tells. */
import type { NamedCause, RepairId } from '../diagnosis/index.ts';
import { isSameLadder } from './next-rung.ts';

export interface Cure {
  /** What was changed mends something else than the cause, or was put back before it went well. */
  isDoubtful?: true;
  /** Whose words on how to keep it from coming back fit. */
  lesson?: RepairId;
}

export interface MadeRepair {
  repair: RepairId;
  /** It was put back before the sign-in went well. */
  isBack?: true;
}

/**
 * What is mended here teaches nothing unless it was made: why it went well is not known.
 * @param isAutomatic whether the cause would have been mended here: what the person does by hand is
 * not among the changes, and its absence says nothing
 * @param changes the repairs that were made, oldest first
 */
export function judgeCure(
  { certainty, repair }: NamedCause,
  isAutomatic: boolean,
  changes: readonly MadeRepair[],
): Cure {
  const fitting =
    repair && changes.findLast((made) => !made.isBack && isSameLadder(repair, made.repair));
  const isDoubtful = isAutomatic && changes.length > 0 && !fitting;
  const byHand = isAutomatic || certainty === 'unknown' ? undefined : repair;
  const lesson = fitting?.repair ?? byHand;
  return { ...(isDoubtful && { isDoubtful }), ...(lesson && { lesson }) };
}
