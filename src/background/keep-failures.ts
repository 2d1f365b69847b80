/**
 * A sign-in that fails before our eyes: what can be known of it at once is kept until the browser
 * closes, or until it turns out well.
 */
import { hasFailed, type PageFacts } from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import { watchAttempts } from './attempts.ts';
import { diagnoseAttempt } from './diagnose.ts';
import { dropFailure, dropFailureOf, endFailure, keepFailure } from './last-failure.ts';
import { reportBug } from './report-bug.ts';

/** By tab: what was seen last of a failure. Of a burst only that is looked into. */
const newest = new Map<number, PageFacts>();

export function keepFailures(ready: Promise<void>): void {
  const inTurn = (work: () => Promise<void>): void => {
    void ready.then(() => navigator.locks.request('keep-failures', work)).catch(reportBug);
  };
  watchAttempts({
    onFailure(tabId, portal, page) {
      newest.set(tabId, page);
      inTurn(() => keep(tabId, portal, page));
    },
    onCleared(tabId, why) {
      newest.delete(tabId);
      inTurn(() => (why === 'begun' ? endFailure(tabId) : dropFailure(tabId)));
    },
    onAccepted(portal, page) {
      if (!hasFailed(page)) inTurn(() => dropFailureOf(portal));
    },
  });
}

async function keep(tabId: number, portal: PortalId, page: PageFacts): Promise<void> {
  if (newest.get(tabId) !== page) return;
  const [cause] = (await diagnoseAttempt(portal, page)).causes;
  if (newest.get(tabId) !== page) return;
  newest.delete(tabId);
  if (cause) await keepFailure({ portal, tabId, page, cause });
}
