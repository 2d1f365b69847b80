import { t, type MessageKey } from '../i18n.ts';
import type { Route } from '../ui/app-url.ts';
import { Brand } from '../ui/brand.tsx';

const sections = {
  certificados: 'nav_certificados',
  'no-puedo-ingresar': 'nav_no_puedo_ingresar',
  historial: 'nav_historial',
  tramites: 'nav_tramites',
  ayuda: 'nav_ayuda',
  ajustes: 'nav_ajustes',
} as const satisfies Partial<Record<Route, MessageKey>>;

export function Header({ route }: { route: Route }) {
  return (
    <header class="app-header">
      <Brand />
      {route !== 'bienvenida' && (
        <nav aria-label={t('nav_label')}>
          {Object.entries(sections).map(([section, label]) => (
            <a
              key={section}
              href={`#/${section}`}
              aria-current={section === route ? 'page' : undefined}
            >
              {t(label)}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}
