import type { CauseId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import { addressOf, findPortal, type PortalId } from '../../portals/index.ts';

/** Causes that end where the person opens the portal anew. */
const beginAnew: ReadonlySet<CauseId> = new Set<CauseId>([
  'session.expired',
  'session.two_tabs',
  'user.wrong_url',
  'user.phishing',
]);

/** The official address of the portal, where opening it is what helps. */
export function PortalLink({ portal, cause }: { portal: PortalId | undefined; cause: CauseId }) {
  const row = findPortal(portal);
  if (!row || !beginAnew.has(cause)) return null;
  return (
    <p>
      <a href={addressOf(row)} target="_blank" rel="noreferrer">
        {t('diagnosis_open_portal')}
      </a>
    </p>
  );
}
