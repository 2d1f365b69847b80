import { DerError, sequenceOf, childrenOf, type DerNode } from '../asn1/der.ts';
import { contextTag } from '../asn1/tags.ts';
import { toHex } from '../asn1/hex.ts';

/** One place where revocations are told (RFC 5280 section 4.2.1.13). */
export interface DistributionPoint {
  /** Its full names: DER, hex. */
  names: readonly string[];
  /** For some reasons only, by another issuer, or named relative to one. */
  isPartial: boolean;
}

/**
 * @throws DerError
 */
export function readDistributionPoints(node: DerNode): DistributionPoint[] {
  return sequenceOf(node).map((point) => {
    const parts = sequenceOf(point);
    const name = parts[0]?.tag === contextTag(0) ? parts.shift() : undefined;
    return { names: name ? fullNames(name) : [], isPartial: parts.length > 0 };
  });
}

/**
 * The full names of a `[0]` DistributionPointName, each as the hex of its DER; none when it is
 * relative to the issuer of the list.
 *
 * @throws DerError
 */
export function fullNames(wrapper: DerNode): string[] {
  const [choice, extra] = childrenOf(wrapper);
  if (!choice || extra) throw new DerError('a distribution point has one name');
  if (choice.tag !== contextTag(0)) return [];
  return childrenOf(choice).map(({ whole }) => toHex(whole));
}
