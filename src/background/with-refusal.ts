import type { WatcherReport } from '../bridge/protocol.ts';
import { recogniseText, type PageFacts } from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import type { Attempt } from './attempts.ts';
import { judgesNobody } from './judges-nobody.ts';

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
  const classOf = (text: string | undefined) =>
    text === undefined ? undefined : recogniseText(portal, text)?.class;
  if (answer) {
    const known = answer.accepted ? undefined : classOf(answer.text);
    const isOutage = known !== undefined && judgesNobody(known);
    return answer.accepted || isOutage ? undefined : 'answer';
  }
  return texts.some((text) => !judgesNobody(classOf(text))) ? 'text' : undefined;
}
