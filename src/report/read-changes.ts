import { fieldsOf, itemsOf, momentOf, oneOf, withoutGaps } from './read-values.ts';
import type { ReportChange } from './report.ts';
import { reportPortal } from './report-portal.ts';
import type { Say } from './sources.ts';
import { knownId } from './words-of-ours.ts';

/** Older repairs say nothing of today. */
const daysTold = 30;
const day = 86_400_000;

/** Out of `Change[]`: what was repaired, and whether it was undone. @throws DamagedError */
export function readChanges(value: unknown, say: Say): ReportChange[] | undefined {
  const changes = itemsOf(value).flatMap((item) => {
    const { repair, at, portal, state, confirmed } = fieldsOf(item);
    const known = knownId(say, 'repair', repair, '_name');
    if (known === undefined) return [];
    return [
      withoutGaps<ReportChange>({
        repair: known,
        at: momentOf(at),
        portal: reportPortal(portal),
        state: oneOf(['done', 'undone'], state) ?? 'done',
        confirmed: confirmed === true ? true : undefined,
      }),
    ];
  });
  return changes.length === 0 ? undefined : changes;
}

/**
 * Out of an `AuditView`, whose newest row comes first: repairs of the last month. One counts as
 * undone when the next thing that was done with it at that portal was to undo it.
 * @throws DamagedError
 */
export function readHistory(value: unknown, now: Date, say: Say): ReportChange[] | undefined {
  const since = new Date(now.getTime() - daysTold * day).toISOString();
  const undone = new Set<string>();
  const repairs = itemsOf(fieldsOf(value)['rows']).flatMap((row) => {
    const { action, at, portal, repair } = fieldsOf(row);
    if (action !== 'repair' && action !== 'undo') return [];
    const known = knownId(say, 'repair', repair, '_name');
    const moment = momentOf(at);
    if (known === undefined || moment < since) return [];
    const place = reportPortal(portal);
    const which = `${known} ${place?.id ?? ''}`;
    if (action === 'undo') {
      undone.add(which);
      return [];
    }
    const state = undone.delete(which) ? 'undone' : 'done';
    return [
      withoutGaps<ReportChange>({
        repair: known,
        at: moment,
        portal: place,
        state,
        confirmed: undefined,
      }),
    ];
  });
  return repairs.length === 0 ? undefined : repairs;
}
