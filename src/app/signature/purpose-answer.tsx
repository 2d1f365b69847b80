import { t } from '../../i18n.ts';
import type { KnownPurpose } from '../../signatures/index.ts';
import { underscored } from '../../ui/underscored.ts';
import { Cited } from './cited.tsx';

/** Which signature serves for it, and how it is done without one. */
export function PurposeAnswer({ purpose }: { purpose: KnownPurpose }) {
  const { serve, others, sources } = purpose;
  return (
    <section class="panel" aria-labelledby="serves" data-field="serves">
      <h2 id="serves">{t('signature_serves')}</h2>
      <ul class="cited-list">
        {serve.map((kind) => (
          <li key={kind}>
            <strong>{t(`signature_kind_${underscored(kind)}`)}</strong>{' '}
            {t(`signature_kind_${underscored(kind)}_text`)}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{t('signature_others')}</h3>
          <ul data-field="others">
            {others.map((other) => (
              <li key={other}>{t(`signature_other_${underscored(other)}`)}</li>
            ))}
          </ul>
          <p>
            <a href="#/tramites">{t('signature_procedures')}</a>
          </p>
        </>
      )}
      <Cited ids={sources} />
    </section>
  );
}
