import type { VNode } from 'preact';
import { t } from '../../i18n.ts';
import type { AuditView } from '../../messages.ts';
import { AlertIcon, CheckIcon, LockIcon } from '../../ui/icons.tsx';

const icons = {
  intact: <CheckIcon />,
  // Locked: nothing is wrong.
  unverified: <LockIcon />,
  cut: <AlertIcon />,
  changed: <AlertIcon />,
} satisfies Record<AuditView['integrity'], VNode>;

/** Whether the history is still what was written, in words. */
export function Integrity({ view: { integrity, unsealed } }: { view: AuditView }) {
  // A damaged history is sealed no more.
  const isWhole = integrity === 'intact' || integrity === 'unverified';
  return (
    <div class="integrity" data-field="integrity" data-integrity={integrity}>
      {icons[integrity]}
      <div>
        <p>{t(`history_${integrity}`)}</p>
        {isWhole && unsealed > 0 && <p class="hint">{t('history_unsealed', String(unsealed))}</p>}
      </div>
    </div>
  );
}
