import { t } from '../../i18n.ts';
import { hasFailedSince, whoCanAct, type Actor, type Report } from '../../report/index.ts';
import { portalName } from '../../ui/portal-name.ts';
import { fileWords, sentenceOfId } from './rows/words.ts';

/** Whom to call, and what to say. */
export interface Call {
  /** Who can mend it, first. */
  whom: readonly string[];
  say: string;
}

const both: readonly Actor[] = ['imss', 'sat'];

/** By who can mend the first cause; whoever runs the portals can always be asked. */
export function callOf(report: Report): Call {
  const { diagnosis, failure, error, reference } = report;
  const portal = (hasFailedSince(report) ? [failure, diagnosis] : [diagnosis, failure])
    .map((part) => (part.state === 'read' ? part.value.portal : undefined))
    .find((known) => known !== undefined);
  const cause = causeOf(report);
  const first = whoCanAct(cause?.id ?? error, portal?.id);
  const others = both.filter((actor) => actor !== first).map((actor) => t(`report_call_${actor}`));
  const place = portal ? portalName(portal.id) : t('report_call_some_portal');
  return {
    whom: [t(`report_call_${first}`), t('report_call_other', others.join(' '))],
    say: cause
      ? t('report_call_say', place, cause.text, cause.id, reference)
      : t('report_call_say_nothing', place, reference),
  };
}

/** Of what was diagnosed, else of what was seen to fail, else of the files that were tried. */
function causeOf({ diagnosis, failure, trial }: Report): { id: string; text: string } | undefined {
  const diagnosed = diagnosis.state === 'read' ? diagnosis.value.causes[0]?.id : undefined;
  const failed = failure.state === 'read' ? failure.value.cause : undefined;
  const isOver = hasFailedSince({ diagnosis, failure });
  const id = isOver ? (failed ?? diagnosed) : (diagnosed ?? failed);
  if (id !== undefined) return { id, text: sentenceOfId(id) };
  const tried = trial.state === 'read' ? trial.value : undefined;
  if (tried?.cause === undefined) return undefined;
  return { id: tried.cause, text: fileWords(tried.cause, tried.detail) };
}
