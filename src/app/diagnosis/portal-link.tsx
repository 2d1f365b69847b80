import type { CauseId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import { addressOf, findPortal, type PortalId } from '../../portals/index.ts';
import { OfficialPlaces } from './official-places.tsx';

/** Causes that end where the person opens the portal anew. */
const beginAnew: ReadonlySet<CauseId> = new Set<CauseId>([
  'session.expired',
  'session.two_tabs',
  'tls.name',
  'token.reused',
  'user.http',
  'user.wrong_url',
  'user.phishing',
]);

/** The official address of the portal, where opening it is what helps; of all, where it is none. */
export function PortalLink({ portal, cause }: { portal: PortalId | undefined; cause: CauseId }) {
  const row = findPortal(portal);
  if (cause === 'user.wrong_portal') return <OfficialPlaces />;
  if (!beginAnew.has(cause)) return null;
  if (!row) return <OfficialPlaces />;
  return (
    <p>
      <a href={addressOf(row)} target="_blank" rel="noreferrer">
        {t('diagnosis_open_portal')}
      </a>
    </p>
  );
}
