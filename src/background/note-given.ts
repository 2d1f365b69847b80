import type { PortalId } from '../portals/index.ts';
import { changeAttempt } from './attempts.ts';

/** What becomes of the attempt in a tab is judged by the e.firma that was given to the portal. */
export async function noteGiven(
  { tabId, portal }: { tabId: number; portal: PortalId },
  filledWith: string,
): Promise<void> {
  await changeAttempt(tabId, (attempt) =>
    attempt.portal === portal ? { ...attempt, page: { ...attempt.page, filledWith } } : undefined,
  );
}
