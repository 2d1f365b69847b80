import { t } from '../i18n.ts';

/** Keeps apart the three passwords that people mix up. */
export function Glossary() {
  return (
    <details class="glossary">
      <summary>{t('glossary_title')}</summary>
      <dl>
        <dt>{t('glossary_key')}</dt>
        <dd>{t('glossary_key_text')}</dd>
        <dt>{t('glossary_sat')}</dt>
        <dd>{t('glossary_sat_text')}</dd>
        <dt>{t('glossary_idse')}</dt>
        <dd>{t('glossary_idse_text')}</dd>
      </dl>
    </details>
  );
}
