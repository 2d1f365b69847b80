import { findPortal } from '../portals/index.ts';
import { closeSession, repairs } from '../repairs/index.ts';
import type { Intent } from '../vault/index.ts';

/**
 * Does the rest of a repair that the browser was closed in the middle of. The person had said yes, and
 * the copy that would undo it is gone with the memory of that browser.
 */
export async function finishRepair({
  portal: portalId,
  repair: id,
  isShared,
}: Intent): Promise<void> {
  const portal = findPortal(portalId);
  const repair = isShared ? closeSession : repairs.find((other) => other.id === id);
  if (portal && repair?.kind === 'automatic') await repair.finish?.({ portal });
}
