import { t } from '../../i18n.ts';
import type { CredentialCard } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import { appUrl } from '../../ui/app-url.ts';
import { Failure } from '../../ui/failure.tsx';
import { useFocusOnChange } from '../../ui/use-focus.ts';
import { TrialOutcome } from '../trial/trial-outcome.tsx';
import { TrialUnlock } from '../trial/trial-unlock.tsx';
import { useTrial } from '../trial/use-trial.ts';

interface TryStepProps {
  card: CredentialCard | undefined;
  snapshot: Snapshot;
}

/** First of all, on this computer: whether the files and the password are good. */
export function TryStep({ card, snapshot }: TryStepProps) {
  return card ? (
    <TryKept card={card} snapshot={snapshot} />
  ) : (
    <>
      <p>{t('hands_try_none')}</p>
      <p>
        <a class="button" href={appUrl('certificados')}>
          {t('import_review')}
        </a>
      </p>
    </>
  );
}

function TryKept({ card, snapshot }: { card: CredentialCard; snapshot: Snapshot }) {
  const attempt = useTrial(card, snapshot.unlocked || card.kept === 'memory');
  const { trial, problem, busy = false, asksPassword = false } = attempt;
  const button = useFocusOnChange<HTMLButtonElement>(asksPassword);
  return (
    <>
      <p>{t('hands_try')}</p>
      {asksPassword ? (
        <TrialUnlock
          settings={snapshot.settings}
          busy={busy}
          problem={problem}
          onOpen={attempt.openWith}
          onCancel={attempt.close}
        />
      ) : (
        <p>
          <button
            type="button"
            ref={button}
            data-action="try"
            aria-disabled={busy}
            onClick={() => !busy && attempt.begin()}
          >
            {t(busy ? 'trial_busy' : 'trial_action')}
          </button>
        </p>
      )}
      {problem && !asksPassword && <Failure problem={problem} />}
      {trial && <TrialOutcome trial={trial} onTryPassword={attempt.askPassword} />}
    </>
  );
}
