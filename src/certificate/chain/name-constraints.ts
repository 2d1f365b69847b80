import { DerError, sequenceOf, type DerNode } from '../asn1/der.ts';
import { contextTag } from '../asn1/tags.ts';
import { generalName, type GeneralName } from './general-names.ts';

export interface Subtree {
  base: GeneralName;
  /** Has a minimum or maximum, for which RFC 5280 has no use. */
  isBounded: boolean;
}

/** RFC 5280 section 4.2.1.10. */
export interface NameConstraints {
  permitted: readonly Subtree[];
  excluded: readonly Subtree[];
}

/**
 * @throws DerError
 */
export function readNameConstraints(node: DerNode): NameConstraints {
  const parts = sequenceOf(node);
  const take = (number: number) => {
    const list = parts[0]?.tag === contextTag(number) ? parts.shift() : undefined;
    return list ? sequenceOf(list, contextTag(number)).map(subtree) : [];
  };
  const constraints = { permitted: take(0), excluded: take(1) };
  if (parts.length > 0) throw new DerError('not nameConstraints');
  return constraints;
}

function subtree(node: DerNode): Subtree {
  const [base, ...bounds] = sequenceOf(node);
  const isDefault = (bound: DerNode) =>
    bound.tag === contextTag(0, false) && bound.content.length === 1 && bound.content[0] === 0;
  return { base: generalName(base), isBounded: !bounds.every(isDefault) };
}
