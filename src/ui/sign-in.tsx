import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { FillResult } from '../messages.ts';
import { sitePatternOf, type KnownPortal, type Strategy } from '../portals/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { Done } from './done.tsx';
import { firstChoice } from './first-choice.ts';
import { lazily } from './lazily.tsx';
import { OneClient } from './one-client.tsx';
import { portalTitle } from './portal-name.ts';
import type { StrategyProps } from './sign-in-bridge.tsx';
import { SignInFill } from './sign-in-fill.tsx';
import { useCredentials } from './use-credentials.ts';
import { useOriginPermission } from './use-origin-permission.ts';

export interface SignInProps {
  tabId: number;
  portal: KnownPortal;
  snapshot: Snapshot;
  now: Date;
  onClose: () => void;
  /** The e.firma that was chosen before. */
  choice?: string;
}

const views: Record<Strategy, ComponentType<StrategyProps>> = {
  bridge: lazily(async () => (await import('./sign-in-bridge.tsx')).SignInBridge),
  native: lazily(async () => (await import('./sign-in-native.tsx')).SignInNative),
  fill: SignInFill,
};

const SitePermission = lazily(async () => (await import('./site-permission.tsx')).SitePermission);
const FillDone = lazily(async () => (await import('./fill-done.tsx')).FillDone);

/** Signing in to the portal of a tab. It is the approval itself: no second window follows. */
export function SignIn(props: SignInProps) {
  return props.portal.isOptional ? <SignInIfLetIn {...props} /> : <Approval {...props} />;
}

/** Nothing of the page can be seen before the person lets the extension in. */
function SignInIfLetIn(props: SignInProps) {
  const isAllowed = useOriginPermission(sitePatternOf(props.portal));
  if (isAllowed === undefined) return null;
  return isAllowed ? <Approval {...props} /> : <SitePermission {...props} />;
}

/** One way to sign in at a time: another is tried only when the person asks for it. */
function Approval(props: SignInProps) {
  const { portal, snapshot, onClose } = props;
  const [done, setDone] = useState<{ result?: FillResult | undefined }>();
  const [choice, setChoice] = useState(props.choice);
  const [strategy, setStrategy] = useState<Strategy>(portal.strategies[0]);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const cards = useCredentials(snapshot);
  const card = cards.find(({ id }) => id === choice) ?? firstChoice(portal, snapshot.chosen, cards);
  if (done) {
    const close = (
      <button type="button" onClick={onClose}>
        {t('close')}
      </button>
    );
    return (
      <div class="approval">
        <h1>{portalTitle(portal)}</h1>
        {done.result ? (
          <FillDone portal={portal} result={done.result}>
            {close}
          </FillDone>
        ) : (
          <Done text={t(strategy === 'native' ? 'native_done' : 'sign_in_done_bridge')}>
            {close}
          </Done>
        )}
      </div>
    );
  }
  if (!card) return null;
  const View = views[strategy];
  const hasForm = strategy === 'native' && portal.strategies.includes('fill');
  return (
    <OneClient {...props} cards={cards} card={card} onChoose={setChoice}>
      <View
        {...props}
        cards={cards}
        card={card}
        onChoose={setChoice}
        onUnderWay={setIsUnderWay}
        onDone={(result) => setDone({ result })}
      />
      {hasForm && !isUnderWay && (
        <button
          type="button"
          class="plain"
          data-action="fill-instead"
          onClick={() => setStrategy('fill')}
        >
          {t('fill_instead')}
        </button>
      )}
    </OneClient>
  );
}
