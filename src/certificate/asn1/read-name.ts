import {
  DerError,
  endAt,
  expectTag,
  insideAt,
  onlyNode,
  pairOf,
  sequenceOf,
  type DerNode,
} from './der.ts';
import { oidValue } from './der-values.ts';
import { oidText } from './oid-text.ts';
import { tags } from './tags.ts';

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

/** Attributes of a Name; those of people have a dozen. */
const most = 10_000;

/**
 * The same attributes one after the other, for who does not ask which are together. Only their
 * values are made nodes: a certificate has twenty, and of the rest nothing is asked.
 *
 * @throws DerError
 */
export function readAttributes(name: DerNode | undefined): RawAttribute[] {
  const { bytes, inside, end, depth } = expectTag(name, tags.sequence);
  const all: RawAttribute[] = [];
  for (let [set, count] = [inside, 0]; set < end; count++) {
    if (count >= most) throw new DerError('too many elements');
    const inSet = insideAt(bytes, set, tags.set);
    const setEnd = endAt(bytes, set, inSet, end);
    for (let pair = inSet; pair < setEnd;) {
      if (all.length >= most) throw new DerError('too many elements');
      const inPair = insideAt(bytes, pair, tags.sequence);
      const pairEnd = endAt(bytes, pair, inPair, setEnd);
      const inType = insideAt(bytes, inPair, tags.oid);
      const typeEnd = endAt(bytes, inPair, inType, pairEnd);
      const value = onlyNode(bytes, typeEnd, pairEnd, depth + 3);
      all.push({ type: oidText(bytes, inType, typeEnd), value });
      pair = pairEnd;
    }
    set = setEnd;
  }
  return all;
}
