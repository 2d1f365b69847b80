import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import { findPortal } from '../portals/index.ts';
import { nowBy, type Snapshot } from '../snapshot.ts';
import { portalIn, type Route } from '../ui/app-url.ts';
import { Reminders } from '../ui/reminders.tsx';
import { ScreenGuard } from '../ui/screen-guard.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { Certificates } from './certificates/certificates.tsx';
import { DiagnosisScreen } from './diagnosis/diagnosis-screen.tsx';
import { Header } from './header.tsx';
import { HelpScreen } from './help/help-screen.tsx';
import { OwnHandsScreen } from './own-hands/own-hands-screen.tsx';
import { History } from './history/history.tsx';
import { ProceduresScreen } from './procedures/procedures-screen.tsx';
import { ReportScreen } from './report/report-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { SignatureScreen } from './signature/signature-screen.tsx';
import { useRoute } from './use-route.ts';
import { Welcome } from './welcome/welcome.tsx';

const titles = {
  bienvenida: 'welcome_title',
  certificados: 'certificates_title',
  'no-puedo-ingresar': 'diagnosis_title',
  'llenarlo-yo': 'fill_own_hands',
  historial: 'history_title',
  tramites: 'procedures_title',
  'sin-firma': 'signature_title',
  ayuda: 'help_title',
  informe: 'report_title',
  ajustes: 'settings_title',
} as const satisfies Record<Route, string>;

/** They need nothing that is kept. */
const standsAlone: ReadonlySet<Route> = new Set<Route>(['sin-firma', 'ayuda', 'informe']);

/**
 * The full tab: its screens, each with its own address.
 * @param isUnread what was kept could not be read, so that only what needs none of it is shown
 */
export function App({ first, isUnread }: { first: Snapshot; isUnread: boolean }) {
  const snapshot = useSnapshot(first);
  const route = useRoute(first.settings ? 'certificados' : 'bienvenida');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(route);
  const title = t(titles[route]);
  useEffect(() => {
    document.title = `${title} · ${t('app_name')}`;
    if (shown.current !== route) heading.current?.focus();
    shown.current = route;
  }, [route]);
  return (
    <>
      <a
        class="skip"
        href="#contenido"
        onClick={(event) => {
          event.preventDefault();
          heading.current?.focus();
        }}
      >
        {t('skip_to_content')}
      </a>
      <Header route={route} />
      <main data-screen={route}>
        <h1 id="contenido" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <ScreenGuard hasFailed={false}>
          <Reminders all={snapshot.reminders ?? []} />
        </ScreenGuard>
        <ScreenGuard key={route} hasFailed={isUnread && !standsAlone.has(route)}>
          {route === 'bienvenida' && <Welcome settings={snapshot.settings} />}
          {route === 'certificados' && <Certificates snapshot={snapshot} now={nowBy(snapshot)} />}
          {route === 'no-puedo-ingresar' && <DiagnosisScreen snapshot={snapshot} />}
          {route === 'llenarlo-yo' && (
            <OwnHandsScreen snapshot={snapshot} portal={findPortal(portalIn(location.hash))} />
          )}
          {route === 'historial' && <History snapshot={snapshot} />}
          {route === 'tramites' && <ProceduresScreen />}
          {route === 'sin-firma' && <SignatureScreen />}
          {route === 'ayuda' && <HelpScreen />}
          {route === 'informe' && <ReportScreen />}
          {route === 'ajustes' && <SettingsScreen snapshot={snapshot} />}
        </ScreenGuard>
      </main>
      <footer class="app-footer">
        {t('not_official')} <a href="#/ayuda">{t('nav_ayuda')}</a>
      </footer>
    </>
  );
}
