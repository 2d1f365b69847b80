import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { ActiveClient } from '../messages.ts';
import { findPortal } from '../portals/index.ts';
import { Brand } from '../ui/brand.tsx';
import { lazily } from '../ui/lazily.tsx';
import { SignInLater } from '../ui/later.ts';
import { Reminders } from '../ui/reminders.tsx';
import type { SignInProps } from '../ui/sign-in.tsx';
import { SolvedNote } from '../ui/solved-note.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { nowBy, type Snapshot } from '../snapshot.ts';
import { AppLink } from './app-link.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Invite } from './invite.tsx';
import { LockState } from './lock-state.tsx';
import { SeenFailure } from './seen-failure.tsx';

const ClientLine = lazily(async () => (await import('./client-line.tsx')).ClientLine);
const ChangeClient = lazily(async () => (await import('./change-client.tsx')).ChangeClient);
const SigningPage = lazily(async () => (await import('./signing-page.tsx')).SigningPage);

interface PopupProps {
  first: Snapshot;
  tabId: number | undefined;
  portal: SignInProps['portal'] | undefined;
}

/** What the toolbar icon opens: the sign-in of the page one is on, or the way to it. */
export function Popup({ first, tabId, portal }: PopupProps) {
  const snapshot = useSnapshot(first);
  const now = nowBy(snapshot);
  const [signsInAnyway, setSignsInAnyway] = useState(false);
  const [leaving, setLeaving] = useState<ActiveClient>();
  const left = leaving && findPortal(leaving.portal);
  const close = () => window.close();
  const { lastFailure } = snapshot;
  const failed =
    lastFailure?.tabId === tabId && !lastFailure?.isOver && !signsInAnyway
      ? lastFailure
      : undefined;
  const ready = snapshot.reminders?.filter(({ state }) => state !== 'waiting') ?? [];
  // What it waited for is over: the cause of then would say the contrary.
  const isBack = ready.some(({ state, portal: id }) => state === 'ready' && id === failed?.portal);
  const View = portal?.purpose === 'sign' ? SigningPage : SignInLater;
  return (
    <>
      <header class="popup-header">
        <Brand />
        {snapshot.count > 0 && (
          <LockState isOpen={snapshot.unlocked || snapshot.chosen?.kept === 'memory'} />
        )}
      </header>
      {tabId && (leaving || !failed) && (
        <ClientLine
          tabId={tabId}
          snapshot={snapshot}
          isChanging={leaving !== undefined}
          onChange={setLeaving}
        />
      )}
      <main>
        {ready.length > 0 && <Reminders all={ready} />}
        {snapshot.solved && (
          <SolvedNote solved={snapshot.solved}>
            <AppLink route="historial">{t('solved_see')}</AppLink>
          </SolvedNote>
        )}
        {leaving && left && tabId ? (
          <ChangeClient
            key={leaving.since}
            tabId={tabId}
            portal={left}
            client={leaving}
            snapshot={snapshot}
            now={now}
            onClose={close}
            onCancel={() => setLeaving(undefined)}
          />
        ) : failed ? (
          !isBack && <SeenFailure failure={failed} onSignIn={() => setSignsInAnyway(true)} />
        ) : !snapshot.chosen ? (
          <Invite isNew={!snapshot.settings} />
        ) : portal && tabId ? (
          <View tabId={tabId} portal={portal} snapshot={snapshot} now={now} onClose={close} />
        ) : (
          <Elsewhere snapshot={snapshot} now={now} unknownIn={tabId} />
        )}
      </main>
      <footer class="popup-footer">
        <nav aria-label={t('popup_links')}>
          <AppLink route="no-puedo-ingresar" tabId={tabId} class="popup-help">
            {t('nav_no_puedo_ingresar')}
          </AppLink>
          <AppLink route="certificados">{t('nav_certificados')}</AppLink>
          <AppLink route="historial">{t('nav_historial')}</AppLink>
          <AppLink route="ayuda">{t('nav_ayuda')}</AppLink>
          <AppLink route="ajustes">{t('nav_ajustes')}</AppLink>
        </nav>
        <p>{t('not_official')}</p>
      </footer>
    </>
  );
}
