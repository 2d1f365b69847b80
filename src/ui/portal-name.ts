import { t, type MessageKey } from '../i18n.ts';
import type { PortalId } from '../portals/index.ts';

/** The name of a portal, from the locale. */
export function portalName(id: PortalId): string {
  return t(`portal_${id.replaceAll('-', '_')}_name` as MessageKey);
}
