import { t } from '../i18n.ts';
import type { KnownPortal, PortalId } from '../portals/index.ts';
import type { Problem } from './failure-text.ts';
import { CopyFormsLater } from './later.ts';
import { OwnHandsLink } from './own-hands.tsx';

interface FillNotesProps {
  tabId: number;
  portal: KnownPortal;
  /** Portals that the person knows could not be tried yet. */
  told: readonly PortalId[] | undefined;
  problem: Problem | undefined;
  isWaiting: boolean;
}

/** What else there is to know of a form: that it is on its way, not tried yet, not known. */
export function FillNotes({ tabId, portal, told = [], problem, isWaiting }: FillNotesProps) {
  const isNew = portal.verified === null && !told.includes(portal.id);
  return (
    <>
      <p class="hint" role="status">
        {isWaiting && !problem && t('fill_waiting')}
      </p>
      {isNew && (
        <p class="notice">{t(portal.isOptional ? 'fill_unverified_sat' : 'portal_unverified')}</p>
      )}
      <p>
        <OwnHandsLink portal={portal.id} />
      </p>
      {problem?.id === 'form_not_found' && <CopyFormsLater tabId={tabId} />}
    </>
  );
}
