import { Fragment } from 'preact';
import { t } from '../i18n.ts';

/** Keeps apart the three passwords that people mix up. */
export function Glossary() {
  return (
    <details class="glossary">
      <summary>{t('glossary_title')}</summary>
      <dl>
        {(['key_password', 'sat_password', 'idse_password'] as const).map((term) => (
          <Fragment key={term}>
            <dt>{t(`term_${term}`)}</dt>
            <dd>{t(`term_${term}_text`)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
