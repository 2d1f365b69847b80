import { expectTag, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';

/** CRLReason (RFC 5280 section 5.3.1): the place in the list is the number; 7 is not used. */
const reasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

/** CRLReason by its names. */
export type RevocationReason = NonNullable<(typeof reasons)[number]>;

/**
 * The name of a CRLReason; `undefined` for a number that has none.
 *
 * @throws DerError
 */
export function revocationReason(node: DerNode): RevocationReason | undefined {
  const { content } = expectTag(node, tags.enumerated);
  return content.length === 1 ? reasons[content[0] ?? -1] : undefined;
}
