import { t } from '../../i18n.ts';
import type { AuditView } from '../../messages.ts';
import { AlertIcon, CheckIcon } from '../../ui/icons.tsx';

/** Whether the history is still what was written, in words. */
export function Integrity({ view: { integrity, unsealed } }: { view: AuditView }) {
  return (
    <div class="integrity" data-field="integrity" data-integrity={integrity}>
      {integrity === 'intact' ? <CheckIcon /> : <AlertIcon />}
      <div>
        <p>{t(`history_${integrity}`)}</p>
        {unsealed > 0 && <p class="hint">{t('history_unsealed', String(unsealed))}</p>}
      </div>
    </div>
  );
}
