import type { CredentialCard } from '../../../messages.ts';
import { isAccepted } from '../../../portals/holder-of.ts';
import type { KnownPortal } from '../../../portals/index.ts';
import { isCompanyRfc } from '../../../is-company-rfc.ts';

/** Whether an e.firma is the one to enter with, or the first reason why not. */
export type EfirmaFit =
  | 'right'
  | 'unknown_portal'
  | 'kind'
  | 'revoked'
  | 'expired'
  | 'not_yet'
  | 'holder'
  | 'person'
  | 'older';

/** Any other e.firma of this computer. */
export type Known = Pick<CredentialCard, 'kind' | 'rfc' | 'notBefore' | 'notAfter' | 'revoked'>;

/**
 * How `card` fits the portal at `now`; without a portal, whether it could be entered with at all.
 * Only IDSE takes what the IMSS issued (public code of two sign-ins to it).
 */
export function efirmaFit(
  card: Known,
  {
    portal,
    now,
    others,
  }: { portal?: KnownPortal | undefined; now: Date; others: readonly Known[] },
): EfirmaFit {
  const isOfImss = card.kind === 'imss' && (portal === undefined || portal.id === 'idse');
  if (card.kind !== 'efirma' && !isOfImss) return 'kind';
  if (card.revoked) return 'revoked';
  if (now > new Date(card.notAfter)) return 'expired';
  if (now < new Date(card.notBefore)) return 'not_yet';
  if (portal && !isAccepted(portal, card.rfc)) return isCompanyRfc(card.rfc) ? 'holder' : 'person';
  const isNewer = (other: Known) =>
    other.rfc === card.rfc && other.kind === card.kind && other.notBefore > card.notBefore;
  if (others.some(isNewer)) return 'older';
  return portal ? 'right' : 'unknown_portal';
}
