import { t } from '../i18n.ts';
import type { ActiveClient } from '../messages.ts';

/** Longer than most names, and still a line. */
const longest = 60;

/** Characters that hide, reorder or imitate: what the system draws cannot spell them out. */
const deceptive = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** What the icon says over a page, with whose session is open at its host. */
export function namedTitle(title: string, client: ActiveClient | undefined): string {
  return client
    ? t('action_title_client', plain(client.legalName), plain(client.rfc), title)
    : title;
}

function plain(untrusted: string): string {
  const shown = untrusted.slice(0, longest).replace(deceptive, '\ufffd');
  return untrusted.length > longest ? `${shown}…` : shown;
}
