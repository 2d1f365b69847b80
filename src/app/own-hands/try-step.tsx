import { t } from '../../i18n.ts';
import type { CredentialCard } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import { appUrl } from '../../ui/app-url.ts';
import { useFocusOnChange } from '../../ui/use-focus.ts';
import { TrialAttempt } from '../trial/trial-attempt.tsx';
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
  const { busy = false, asksPassword = false } = attempt;
  const button = useFocusOnChange<HTMLButtonElement>(asksPassword);
  return (
    <>
      <p>{t('hands_try')}</p>
      {!asksPassword && (
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
      <TrialAttempt attempt={attempt} settings={snapshot.settings} />
    </>
  );
}
