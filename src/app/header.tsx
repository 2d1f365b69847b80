import { t } from '../i18n.ts';
import type { Route } from '../ui/app-url.ts';
import { Brand } from '../ui/brand.tsx';

const sections = ['certificados', 'historial', 'ajustes'] as const;

export function Header({ route }: { route: Route }) {
  return (
    <header class="app-header">
      <Brand />
      {route !== 'bienvenida' && (
        <nav aria-label={t('nav_label')}>
          {sections.map((section) => (
            <a
              key={section}
              href={`#/${section}`}
              aria-current={section === route ? 'page' : undefined}
            >
              {t(`nav_${section}`)}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}
