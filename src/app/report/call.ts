import { t } from '../../i18n.ts';
import { whoCanAct, type Actor, type Report } from '../../report/index.ts';
import { portalName } from '../../ui/portal-name.ts';
import { sentenceOfId } from './rows/words.ts';

/** Whom to call, and what to say. */
export interface Call {
  /** Who can mend it, first. */
  whom: readonly string[];
  say: string;
}

const both: readonly Actor[] = ['imss', 'sat'];

/** By who can mend the first cause; whoever runs the portals can always be asked. */
export function callOf({ diagnosis, failure, error, reference }: Report): Call {
  const seen = diagnosis.state === 'read' ? diagnosis.value : undefined;
  const failed = failure.state === 'read' ? failure.value : undefined;
  const cause = seen?.causes[0]?.id ?? failed?.cause;
  const portal = seen?.portal ?? failed?.portal;
  const first = whoCanAct(cause ?? error, portal?.id);
  const others = both.filter((actor) => actor !== first).map((actor) => t(`report_call_${actor}`));
  const place = portal ? portalName(portal.id) : t('report_call_some_portal');
  return {
    whom: [t(`report_call_${first}`), t('report_call_other', others.join(' '))],
    say:
      cause === undefined
        ? t('report_call_say_nothing', place, reference)
        : t('report_call_say', place, sentenceOfId(cause), cause, reference),
  };
}
