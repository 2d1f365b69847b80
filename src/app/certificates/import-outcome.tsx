import { useMemo } from 'preact/hooks';
import { t, type MessageKey } from '../../i18n.ts';
import { CredentialCard } from '../../ui/credential-card.tsx';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { problemOfCause, problemOfCode, type Problem } from '../../ui/failure-text.ts';
import { Warning } from '../../ui/warning.tsx';
import { TrialDetails } from '../trial/trial-details.tsx';
import { momentOf, problemOfTrial } from '../trial/trial-text.ts';
import { BelongsTo } from './belongs-to.tsx';
import { AllFindings, AlsoFound } from './findings.tsx';
import { PinGuide } from './pin-guide.tsx';
import { problemOfFile } from './problem-of-file.ts';
import type { Outcome } from './use-import.ts';
import type { Review } from '../../messages.ts';

interface ImportOutcomeProps {
  outcome: Outcome;
  now: Date;
  /** The first e.firma of this computer. */
  isFirst: boolean;
}

/** The verdict on the files, what was done with them, and everything that was looked at. */
export function ImportOutcome({ outcome, now, isFirst }: ImportOutcomeProps) {
  const { kind, review, card, trial } = outcome;
  const problem = useMemo(() => reasonOf(outcome), [outcome]);
  const credential = card ?? review.card;
  const isUsable = kind !== 'rejected' && kind !== 'reviewed';
  const hasFiles = review.detail !== 'no_files';
  const isPasswordEmpty = review.detail === 'empty_password';
  return (
    <div class="outcome stack" data-outcome={kind}>
      {problem ? (
        <Failure problem={problem}>
          {review.belongsTo && <BelongsTo {...review.belongsTo} />}
          {hasFiles && <p>{t(isPasswordEmpty ? 'import_files_kept' : 'import_nothing_lost')}</p>}
          {trial && <p data-field="trial-when">{momentOf(trial)}</p>}
        </Failure>
      ) : (
        <Done key={`${kind} ${credential?.serialNumber ?? ''}`} text={t(headingOf(outcome))}>
          {trial && <p data-field="trial-when">{momentOf(trial)}</p>}
          {isUsable && !isBarred(review) && <p>{t('outcome_next')}</p>}
          {kind === 'saved' && !isFirst && (
            <p>
              {t('outcome_one_password')} <a href="#/ajustes">{t('nav_ajustes')}</a>
            </p>
          )}
        </Done>
      )}
      {!problem && review.cause && (
        <Warning problem={problemOfCause(review.cause, review.detail)} />
      )}
      {credential && (
        <CredentialCard credential={credential} now={now} brief={problem !== undefined} />
      )}
      <AlsoFound review={review} />
      {hasFiles && <Looked {...outcome} />}
      {isUsable && isFirst && <PinGuide />}
    </div>
  );
}

function Looked({ trial, review }: Outcome) {
  return trial ? <TrialDetails trial={trial} /> : <AllFindings findings={review.findings} />;
}

function headingOf({ kind, review }: Outcome): MessageKey {
  if (kind === 'saved' || kind === 'updated') return `outcome_${kind}`;
  if (kind === 'ready') return isBarred(review) ? 'outcome_ready_dates' : 'outcome_ready';
  return review.cause ? 'outcome_reviewed_dates' : 'outcome_reviewed';
}

/** No portal will take it as it is, so it is of no use to go to one. */
function isBarred({ cause }: Review): boolean {
  return cause !== undefined && cause !== 'pwd.encoding';
}

function reasonOf({ kind, review, unread, trial }: Outcome): Problem | undefined {
  if (kind !== 'rejected') return undefined;
  if (unread) return problemOfFile(unread);
  if (trial) return problemOfTrial(trial);
  return review.cause ? problemOfCause(review.cause, review.detail) : problemOfCode('unexpected');
}
