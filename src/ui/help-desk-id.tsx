import { t } from '../i18n.ts';

/** «Clave: cert.expired»: what a person can read out to a help desk. */
export function HelpDeskId({ id }: { id: string }) {
  return (
    <p class="help-desk-id">
      {t('id_label')} <code data-field="cause">{id}</code>
    </p>
  );
}
