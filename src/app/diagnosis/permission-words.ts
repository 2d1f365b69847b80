import type { ProbeId } from '../../diagnosis/index.ts';
import type { RepairPreview } from '../../messages.ts';
import type { MessageKey } from '../../i18n.ts';
import { sendMessage } from '../../messages.ts';
import { readSnapshot } from '../../snapshot.ts';

interface Asking {
  /** What the browser will show, and what it is for; `$1` is the host. */
  before: MessageKey;
  ask: MessageKey;
  /** Of the browser; of a host, unless another one is named. */
  permission: chrome.runtime.ManifestOptionalPermission | { origin: string };
  /** @returns why a yes would not help yet, in words: then the browser is not asked */
  lacks?: () => Promise<MessageKey | undefined>;
  /** What goes with the person's yes. */
  also?: () => Promise<void>;
}

/** What a probe lacks, or a repair. */
export type AskingId = ProbeId | 'change_settings' | 'own_access';

/** What each repair asks for that needs something. */
export const askingFor: Readonly<Record<NonNullable<RepairPreview['needs']>, AskingId>> = {
  management: 'management',
  contentSettings: 'change_settings',
  portalAccess: 'own_access',
};

/** How each thing that the person may let in is asked for. */
export const askings: Readonly<Record<AskingId, Asking>> = {
  change_settings: {
    before: 'permission_change_settings',
    ask: 'permission_change_settings_ask',
    permission: 'contentSettings',
  },
  own_access: {
    before: 'permission_own_access',
    ask: 'permission_own_access_ask',
    permission: { origin: 'https://*.imss.gob.mx' },
  },
  management: {
    before: 'permission_management',
    ask: 'permission_management_ask',
    permission: 'management',
  },
  content_settings: {
    before: 'permission_content_settings',
    ask: 'permission_content_settings_ask',
    permission: 'contentSettings',
  },
  revocation: {
    before: 'permission_revocation',
    ask: 'permission_revocation_ask',
    permission: { origin: 'http://www.sat.gob.mx' },
    lacks: lacksSettings,
    also: switchRevocationOn,
  },
  neighbour: {
    before: 'permission_neighbour',
    ask: 'permission_neighbour_ask',
    permission: { origin: 'https://www.sat.gob.mx' },
  },
};

/** Settings are kept from when the person chose a picture and a word. */
async function lacksSettings(): Promise<MessageKey | undefined> {
  const { settings } = await readSnapshot();
  return settings ? undefined : 'permission_revocation_no_settings';
}

async function switchRevocationOn(): Promise<void> {
  const { settings } = await readSnapshot();
  if (settings) await sendMessage('saveSettings', { ...settings, asksRevocation: true });
}
