import { t } from '../i18n.ts';

/** «Clave: cert.corrupt html»: what a person can read out to a help desk. */
export function HelpDeskId({ id, detail }: { id: string; detail?: string | undefined }) {
  return (
    <p class="help-desk-id">
      {t('id_label')} <code data-field="cause">{id}</code>{' '}
      {detail && <code data-field="detail">{detail}</code>}
    </p>
  );
}
