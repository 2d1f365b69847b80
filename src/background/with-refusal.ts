import type { WatcherReport } from '../bridge/protocol.ts';
import { recogniseText, type PageFacts } from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import type { Attempt } from './attempts.ts';

/**
 * How often one page has turned somebody down. Each time may be seen by its answer, by what it says,
 * or by both, in either order.
 */
export function withRefusal(
  { portal, refusedBy }: Attempt,
  report: WatcherReport,
  page: PageFacts,
): Pick<Attempt, 'page' | 'refusedBy'> {
  const before = report.sent || report.answer?.accepted ? undefined : refusedBy;
  const seen = refusalIn(report, portal);
  const isAnother = seen === 'answer' ? before !== 'text' : seen === 'text' && !before;
  const by = seen === 'answer' ? seen : (before ?? seen);
  return {
    page: isAnother ? { ...page, refusals: (page.refusals ?? 0) + 1 } : page,
    ...(by && { refusedBy: by }),
  };
}

function refusalIn(
  { answer, texts = [] }: WatcherReport,
  portal: PortalId,
): NonNullable<Attempt['refusedBy']> | undefined {
  if (answer) return answer.accepted ? undefined : 'answer';
  return texts.some((text) => recogniseText(portal, text)) ? 'text' : undefined;
}
