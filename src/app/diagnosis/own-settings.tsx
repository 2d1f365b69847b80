import type { CauseId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import { ownAddress } from '../own-browser.ts';
import { Copyable } from './guides/copyable.tsx';

/** Where the browser lets a person change what is the cause: a page of its own. */
const pages: Partial<Record<CauseId, string>> = {
  'brw.translate': 'settings/languages',
  'ext.own_access': `extensions/?id=${chrome.runtime.id}`,
  'ext.proxy': 'extensions',
  'ext.ua_spoof': 'extensions',
  'ext.own_duplicate': 'extensions',
  'set.autodownload': 'settings/content/automaticDownloads',
  'set.cookies_blocked': 'settings/content/cookies',
  'set.js_off': 'settings/content/javascript',
  'set.popups_blocked': 'settings/content/popups',
};

/** The address to copy, in the words of this browser. */
export function OwnSettings({ cause }: { cause: CauseId }) {
  const page = pages[cause];
  if (page === undefined) return null;
  return (
    <p data-field="own-settings">
      {t('own_settings')} <Copyable text={ownAddress(page)} />
    </p>
  );
}
