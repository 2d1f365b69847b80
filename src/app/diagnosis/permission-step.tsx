import { useState } from 'preact/hooks';
import { t, type MessageKey } from '../../i18n.ts';

interface Words {
  /** What the browser will show, and what it is for. */
  before: MessageKey;
  ask: MessageKey;
}

const words = {
  management: { before: 'permission_management', ask: 'permission_management_ask' },
  contentSettings: {
    before: 'permission_content_settings',
    ask: 'permission_content_settings_ask',
  },
} as const satisfies Partial<Record<chrome.runtime.ManifestOptionalPermission, Words>>;

export type AskedPermission = keyof typeof words;

interface PermissionStepProps {
  permission: AskedPermission;
  onGranted: () => void;
  /** «Ahora no»: where something waits for the answer. */
  onDecline?: () => void;
}

/**
 * Asks for a permission, after saying what the browser will show. The browser may never answer:
 * nothing here waits for it.
 */
export function PermissionStep({ permission, onGranted, onDecline }: PermissionStepProps) {
  const [state, setState] = useState<'idle' | 'asked' | 'refused'>('idle');
  const { before, ask } = words[permission];
  const request = () => {
    // The browser only asks while it handles the person's click: before anything is awaited.
    chrome.permissions.request({ permissions: [permission] }).then(
      (isGranted) => (isGranted ? onGranted() : setState('refused')),
      () => setState('refused'),
    );
    setState('asked');
  };
  return (
    <div class="permission" data-field="permission" data-permission={permission}>
      <p>{t(before)}</p>
      <p role="status">{state !== 'idle' && t(`permission_${state}`)}</p>
      <div class="verdict-actions">
        <button type="button" class={onDecline && 'primary'} onClick={request}>
          {t(ask)}
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
