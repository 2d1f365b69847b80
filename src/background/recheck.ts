/** The attempt after a repair, beside the one before it. */
import { hasFailed, type PageFacts } from '../diagnosis/index.ts';
import { pause } from '../evidence/pause.ts';
import type { PortalId } from '../portals/index.ts';
import { session } from '../storage.ts';
import { attemptOf } from './attempts.ts';

/** Milliseconds that a page may take to settle after a repair. */
const patience = 8_000;

/** What was wrong: the attempt in the tab if it failed, else the last one that failed there. */
export async function failureBefore(
  tabId: number | undefined,
  portal: PortalId,
): Promise<PageFacts | undefined> {
  const [inTab, { lastFailure }] = await Promise.all([
    tabId === undefined ? undefined : attemptOf(tabId),
    session.get('lastFailure'),
  ]);
  if (inTab?.portal === portal && hasFailed(inTab)) return inTab;
  return lastFailure?.portal === portal ? lastFailure.page : undefined;
}

/**
 * The attempt that began in the tab at `since` or later (ISO 8601), once its page is at rest or has
 * broken off; as far as it is after some seconds, if it never rests.
 */
export async function attemptAfter(tabId: number, since: string): Promise<PageFacts | undefined> {
  const end = performance.now() + patience;
  for (;;) {
    const page = await attemptOf(tabId);
    const after = page && page.at >= since ? page : undefined;
    if (after && isOver(after)) return after;
    if (performance.now() > end) return after;
    await pause(100, undefined);
  }
}

function isOver({ settled, net, http = 200 }: PageFacts): boolean {
  return settled === true || net !== undefined || http >= 400;
}
