import { showPortal } from '../show-portal.ts';
import type { GuideProps } from './guide.tsx';

interface Way extends Pick<GuideProps, 'snapshot' | 'view'> {
  /** The steps are taken in the portal's page: what was done there must not be lost. */
  isWorkedIn?: boolean | undefined;
}

/**
 * Brings the sign-in page before the person again: anew while nothing was begun since in the tab
 * where the sign-in failed.
 */
export function backToPortal({ view, snapshot: { lastFailure }, isWorkedIn }: Way): void {
  const stillFails = lastFailure?.tabId === view.tabId && !lastFailure?.isOver;
  void showPortal(view, stillFails && !isWorkedIn ? 'anew' : 'as_it_is');
}
