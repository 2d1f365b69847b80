import { useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { t } from '../../i18n.ts';

interface PermissionStepProps {
  onGranted: () => void;
  /** «Ahora no»: where something waits for the answer. */
  onDecline?: () => void;
}

/**
 * Asks for the permission to see other extensions, after saying what the browser will show. The
 * browser may never answer: nothing here waits for it.
 */
export function PermissionStep({ onGranted, onDecline }: PermissionStepProps) {
  const [state, setState] = useState<'idle' | 'asked' | 'refused'>('idle');
  const ask = () => {
    // The browser only asks while it handles the person's click: before anything is awaited.
    browser.permissions.request({ permissions: ['management'] }).then(
      (isGranted) => (isGranted ? onGranted() : setState('refused')),
      () => setState('refused'),
    );
    setState('asked');
  };
  return (
    <div class="permission" data-field="permission">
      <p>{t('permission_management')}</p>
      <p role="status">{state !== 'idle' && t(`permission_${state}`)}</p>
      <div class="verdict-actions">
        <button type="button" class={onDecline && 'primary'} onClick={ask}>
          {t('permission_management_ask')}
        </button>
        {onDecline && (
          <button type="button" onClick={onDecline}>
            {t('permission_not_now')}
          </button>
        )}
      </div>
    </div>
  );
}
