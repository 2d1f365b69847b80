import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { portalAt } from '../portals/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { Done } from './done.tsx';
import { portalName } from './portal-name.ts';
import { SignInBridge } from './sign-in-bridge.tsx';
import { SignInFill } from './sign-in-fill.tsx';
import { useCredentials } from './use-credentials.ts';

export interface SignInProps {
  tabId: number;
  portal: NonNullable<ReturnType<typeof portalAt>>;
  snapshot: Snapshot;
  now: Date;
  onClose: () => void;
}

/** Signing in to the portal of a tab. It is the approval itself: no second window follows. */
export function SignIn(props: SignInProps) {
  const [done, setDone] = useState(false);
  const [choice, setChoice] = useState<string>();
  const cards = useCredentials(props.snapshot);
  const card = cards.find(({ id }) => id === choice) ?? props.snapshot.chosen ?? cards[0];
  const Strategy = props.portal.strategy === 'bridge' ? SignInBridge : SignInFill;
  if (done) {
    const isFill = props.portal.strategy === 'fill';
    return (
      <div class="approval">
        <h1>{t('sign_in_title', portalName(props.portal.id))}</h1>
        <Done text={t(isFill ? 'sign_in_done_fill' : 'sign_in_done_bridge')}>
          <button type="button" onClick={props.onClose}>
            {t('close')}
          </button>
        </Done>
      </div>
    );
  }
  return card ? (
    <Strategy
      {...props}
      cards={cards}
      card={card}
      onChoose={setChoice}
      onDone={() => setDone(true)}
    />
  ) : null;
}
