import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import type { PortalId } from '../portals/index.ts';

/** The screen that helps to fill the form of a portal with one's own hands. */
export function ownHandsUrl(portal: PortalId): string {
  return browser.runtime.getURL(`src/app/index.html#/llenarlo-yo?portal=${portal}`);
}

/** Always there where files are asked for, and where filling failed. */
export function OwnHandsLink({ portal }: { portal: PortalId }) {
  return (
    <a href={ownHandsUrl(portal)} target="_blank" data-field="own-hands">
      {t('fill_own_hands')}
    </a>
  );
}
