import type { Acuse } from '../../portal-messages.ts';
import type { PortalId } from '../index.ts';
import { imssLink } from './read-receipt.ts';

/**
 * An acuse as it rests in the database, whatever has become of it: what is no text is left out, and
 * an address is judged again. Undefined where not even its id, its date and its origin are left.
 */
export function readKeptAcuse(row: unknown): Acuse | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const { id, at, portal, origin, folio, link, serialNumber, cadena, approved } = row as Record<
    string,
    unknown
  >;
  const isDated = typeof at === 'string' && !Number.isNaN(Date.parse(at));
  if (typeof id !== 'string' || !isDated || typeof origin !== 'string') return undefined;
  const address = imssLink(link);
  return {
    id,
    at,
    // A portal that is no longer known has no name, and that is all.
    portal: String(portal) as PortalId,
    origin,
    ...(typeof folio === 'string' && { folio }),
    ...(address !== undefined && { link: address }),
    ...(typeof serialNumber === 'string' && { serialNumber }),
    ...(typeof cadena === 'string' && { cadena }),
    ...(approved === true && { approved }),
  };
}
