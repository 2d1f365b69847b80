import { t } from '../i18n.ts';
import { Brand } from '../ui/brand.tsx';
import { SignIn, type SignInProps } from '../ui/sign-in.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { nowBy, type Snapshot } from '../snapshot.ts';
import { AppLink } from './app-link.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Invite } from './invite.tsx';
import { LockState } from './lock-state.tsx';

interface PopupProps {
  first: Snapshot;
  tabId: number | undefined;
  portal: SignInProps['portal'] | undefined;
}

/** What the toolbar icon opens: the sign-in of the page one is on, or the way to it. */
export function Popup({ first, tabId, portal }: PopupProps) {
  const snapshot = useSnapshot(first);
  const now = nowBy(snapshot);
  const close = () => window.close();
  return (
    <>
      <header class="popup-header">
        <Brand />
        {snapshot.count > 0 && (
          <LockState isOpen={snapshot.unlocked || snapshot.chosen?.kept === 'memory'} />
        )}
      </header>
      <main>
        {!snapshot.chosen ? (
          <Invite isNew={!snapshot.settings} />
        ) : portal && tabId !== undefined ? (
          <SignIn tabId={tabId} portal={portal} snapshot={snapshot} now={now} onClose={close} />
        ) : (
          <Elsewhere snapshot={snapshot} now={now} />
        )}
      </main>
      <footer class="popup-footer">
        <nav aria-label={t('popup_links')}>
          <AppLink route="certificados">{t('nav_certificados')}</AppLink>
          <AppLink route="historial">{t('nav_historial')}</AppLink>
          <AppLink route="ajustes">{t('nav_ajustes')}</AppLink>
        </nav>
        <p>{t('not_official')}</p>
      </footer>
    </>
  );
}
