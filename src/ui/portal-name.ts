import { t, type MessageKey } from '../i18n.ts';
import type { KnownPortal, PortalId } from '../portals/index.ts';

/** The name of a portal, from the locale. */
export function portalName(id: PortalId): string {
  return t(`portal_${id.replaceAll('-', '_')}_name` as MessageKey);
}

/** What a screen is titled by: to enter a portal, or to sign in one. */
export function portalTitle({ id, purpose }: KnownPortal): string {
  const [place = ''] = portalName(id).split(':');
  return purpose === 'sign' ? t('fill_sign_title', place) : t('sign_in_title', portalName(id));
}
