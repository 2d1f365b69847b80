import { eachContent, expectTag, pairBetween, pairOf, sequenceOf, type DerNode } from './der.ts';
import { tags } from './tags.ts';
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

/**
 * The same attributes one after the other, for who does not ask which are together.
 *
 * @throws DerError
 */
export function eachAttribute(
  name: DerNode | undefined,
  visit: (type: string, value: DerNode) => void,
): void {
  const { bytes, inside, end, depth } = expectTag(name, tags.sequence);
  const readAttribute = (from: number, to: number) => {
    const [type, value] = pairBetween(bytes, from, to, depth + 3);
    visit(oidValue(type), value);
  };
  const readRelative = (from: number, to: number) =>
    eachContent(bytes, from, to, tags.sequence, readAttribute);
  eachContent(bytes, inside, end, tags.set, readRelative);
}
