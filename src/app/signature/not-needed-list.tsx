import { t } from '../../i18n.ts';
import { notNeeded } from '../../signatures/index.ts';
import { Cited } from './cited.tsx';

/** What nobody has to install, buy or pay for. */
export function NotNeededList() {
  return (
    <section class="panel" aria-labelledby="not-needed" data-field="not-needed">
      <h2 id="not-needed">{t('signature_not_needed')}</h2>
      <ul class="cited-list">
        {notNeeded.map(({ id, source }) => (
          <li key={id}>
            {t(`signature_not_${id}`)}
            <Cited ids={[source]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
