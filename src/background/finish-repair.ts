import { pause } from '../evidence/pause.ts';
import { findPortal } from '../portals/index.ts';
import { closeSession, repairs } from '../repairs/index.ts';
import type { Intent } from '../vault/index.ts';
import { findChange } from './changes.ts';
import { currentRun } from './run-id.ts';

/** Milliseconds; everybody waits for it. */
const longest = 5_000;

/**
 * Does the rest of a repair that was cut off: the person had said yes. In the run of the browser in
 * which it began the copy is there that undoes it, and nothing goes that is not in there as it is now;
 * in a later one the copy is gone, and what is left of the same goes too.
 */
export async function finishRepair(intent: Intent): Promise<void> {
  const portal = findPortal(intent.portal);
  const isOfSite = intent.isShared === true && intent.repair === closeSession.id;
  const repair = isOfSite ? closeSession : repairs.find(({ id }) => id === intent.repair);
  if (intent.isMade || !portal || repair?.kind !== 'automatic' || !repair.finish) return;
  const isOfThisRun = intent.run === (await currentRun());
  const kept = isOfThisRun ? await findChange(intent.id) : undefined;
  if (isOfThisRun && (kept?.snapshot === undefined || kept.isPast)) return;
  await Promise.race([repair.finish({ portal }, kept?.snapshot), pause(longest, undefined)]);
}
