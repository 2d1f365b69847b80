import { t } from '../../i18n.ts';
import { OwnSettings } from './own-settings.tsx';

/** The same in the browser's own page of this extension, where it does not ask. */
export function AccessByHand({ onDone }: { onDone: () => void }) {
  return (
    <div class="by-hand" data-field="access-by-hand">
      <h3>{t('access_by_hand')}</h3>
      <OwnSettings cause="ext.own_access" />
      <ol class="steps">
        <li>{t('access_find')}</li>
        <li>{t('access_choose')}</li>
        <li>{t('access_return')}</li>
      </ol>
      <button type="button" data-action="access-given" onClick={onDone}>
        {t('access_given')}
      </button>
    </div>
  );
}
