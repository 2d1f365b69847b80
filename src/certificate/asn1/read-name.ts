import { pairOf, sequenceOf, tags, type DerNode } from './der.ts';
import { oidValue } from './der-values.ts';

/** One AttributeTypeAndValue of a Name, its value unread. */
export interface RawAttribute {
  /** dotted OID */
  type: string;
  value: DerNode;
}

/**
 * The attributes of a Name, those of each RelativeDistinguishedName together, in the order of the
 * file (RFC 5280 section 4.1.2.4).
 *
 * @throws DerError
 */
export function readName(name: DerNode | undefined): RawAttribute[][] {
  return sequenceOf(name).map((relative) =>
    sequenceOf(relative, tags.set).map((attribute) => {
      const [type, value] = pairOf(attribute);
      return { type: oidValue(type), value };
    }),
  );
}
