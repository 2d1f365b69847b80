import { t } from '../../i18n.ts';
import type { Trial } from '../../messages.ts';
import { AlsoFound } from '../certificates/findings.tsx';
import { TrialDetails } from './trial-details.tsx';
import { TrialVerdict } from './trial-verdict.tsx';

interface TrialOutcomeProps {
  trial: Trial;
  onTryPassword: () => void;
}

/** How trying one that is kept went; its password is tried too where that was not asked for. */
export function TrialOutcome({ trial, onTryPassword }: TrialOutcomeProps) {
  return (
    <div class="outcome stack" data-field="trial-outcome">
      <TrialVerdict trial={trial} />
      <AlsoFound review={trial.review} />
      <TrialDetails trial={trial} />
      {trial.steps.some(({ reason }) => reason === 'password_not_given') && (
        <div>
          <button type="button" data-action="try-password" onClick={onTryPassword}>
            {t('trial_with_password')}
          </button>
        </div>
      )}
    </div>
  );
}
