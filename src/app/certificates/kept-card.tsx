import type { CredentialCard as Card, Settings } from '../../messages.ts';
import { CredentialCard } from '../../ui/credential-card.tsx';
import { TrialAttempt } from '../trial/trial-attempt.tsx';
import { useTrial } from '../trial/use-trial.ts';
import { CardActions } from './card-actions.tsx';

interface KeptCardProps {
  card: Card;
  settings: Settings | undefined;
  unlocked: boolean;
  now: Date;
  onExport: () => void;
  onAccount: () => void;
  onRemove: () => void;
}

/** One e.firma of this computer, what can be done with it, and how trying it went. */
export function KeptCard({ card, settings, unlocked, now, ...on }: KeptCardProps) {
  const attempt = useTrial(card, unlocked || card.kept === 'memory');
  const { busy = false, asksPassword = false } = attempt;
  return (
    <CredentialCard credential={card} now={now}>
      <CardActions
        card={card}
        busy={busy}
        asksPassword={asksPassword}
        onTry={attempt.begin}
        onExport={on.onExport}
        onAccount={on.onAccount}
        onRemove={on.onRemove}
      />
      <TrialAttempt attempt={attempt} settings={settings} />
    </CredentialCard>
  );
}
