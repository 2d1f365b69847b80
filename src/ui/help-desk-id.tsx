import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';

interface HelpDeskIdProps {
  id: string;
  detail?: string | undefined;
  /** What comes after it in the line. */
  children?: ComponentChildren;
}

/** «Clave: cert.corrupt html»: what a person can read out to a help desk. */
export function HelpDeskId({ id, detail, children }: HelpDeskIdProps) {
  return (
    <p class="help-desk-id">
      {t('id_label')} <code data-field="cause">{id}</code>{' '}
      {detail && <code data-field="detail">{detail}</code>} {children}
    </p>
  );
}
