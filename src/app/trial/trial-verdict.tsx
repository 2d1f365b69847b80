import { useMemo } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { Trial } from '../../messages.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Warning } from '../../ui/warning.tsx';
import { BelongsTo } from '../certificates/belongs-to.tsx';
import { isUsable, momentOf, problemOfTrial } from './trial-text.ts';

/** How a trial of an e.firma that is kept went, in one sentence, which takes the focus. */
export function TrialVerdict({ trial }: { trial: Trial }) {
  const problem = useMemo(() => problemOfTrial(trial), [trial]);
  const moment = <p data-field="trial-when">{momentOf(trial)}</p>;
  if (!problem) return <Done text={t('trial_good')}>{moment}</Done>;
  if (isUsable(trial)) {
    return (
      <>
        <Done text={t('trial_usable')}>{moment}</Done>
        <Warning problem={problem} />
      </>
    );
  }
  const { belongsTo } = trial.review;
  return (
    <>
      <h2 class="unseen">{t('trial_result')}</h2>
      <Failure problem={problem}>
        {belongsTo && <BelongsTo {...belongsTo} />}
        {moment}
      </Failure>
    </>
  );
}
