import { showPortal } from '../show-portal.ts';
import type { GuideProps } from './guide.tsx';

/**
 * Brings the sign-in page before the person again: anew while nothing was begun since in the tab
 * where the sign-in failed.
 */
export function backToPortal({
  view,
  snapshot: { lastFailure },
}: Pick<GuideProps, 'snapshot' | 'view'>): void {
  const stillFails = lastFailure?.tabId === view.tabId && !lastFailure?.isOver;
  void showPortal(view, stillFails ? 'anew' : 'as_it_is');
}
