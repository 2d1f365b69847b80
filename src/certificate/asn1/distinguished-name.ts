import type { DistinguishedName } from '../certificate-facts.ts';
import { satSubject } from '../sat.ts';
import { expectTag, readDer, type Bytes, type DerNode } from './der.ts';
import { directoryText } from './directory-string.ts';
import { toHex } from './hex.ts';
import { attributeNames } from './oid.ts';
import { readAttributes, type RawAttribute } from './read-name.ts';
import { tags } from './tags.ts';

/**
 * The attributes of a Name in the order of the file (RFC 5280 section 4.1.2.4), each value unread
 * until it is asked for: few of them ever are.
 *
 * @throws DerError
 */
export function nameAttributes(name: DerNode | undefined): readonly RawAttribute[] {
  const all = readAttributes(name);
  for (const { value } of all) {
    // Those that can be cut off show it now, not when somebody asks.
    if (value.tag === tags.bmpString || value.tag === tags.universalString) directoryText(value);
  }
  return all;
}

/** The first text of an attribute of a type that is not empty, if any. */
export function attributeText(
  attributes: readonly RawAttribute[],
  wanted: string,
): string | undefined {
  for (const { type, value } of attributes) {
    const text = type === wanted && directoryText(value);
    if (text) return text;
  }
  return undefined;
}

/** Each value as its text, or as `#` and the DER as hex (RFC 4514 section 2.4). */
function shownName(attributes: readonly RawAttribute[]): string {
  return attributes
    .map(({ type, value }) => {
      const shown = directoryText(value) ?? `#${toHex(value.whole)}`;
      return `${attributeNames.get(type) ?? type}=${shown}`;
    })
    .join(', ');
}

/** Its `text` is of a class: an object literal with an accessor takes as long as all else here. */
class ReadName implements DistinguishedName {
  commonName?: string;
  organization?: string;
  organizationalUnit?: string;
  readonly der: Bytes;

  constructor(der: Bytes) {
    this.der = der;
  }

  get text(): string {
    return shownName(nameAttributes(readDer(this.der)));
  }
}

/**
 * A Name as it is shown. In: also its attributes, where they have been read.
 *
 * @throws DerError
 */
export function distinguishedName(
  name: DerNode | undefined,
  attributes = nameAttributes(name),
): DistinguishedName {
  const commonName = attributeText(attributes, satSubject.commonName);
  const organization = attributeText(attributes, satSubject.organization);
  const organizationalUnit = attributeText(attributes, satSubject.organizationalUnit);
  const read = new ReadName(expectTag(name, tags.sequence).whole);
  if (commonName !== undefined) read.commonName = commonName;
  if (organization !== undefined) read.organization = organization;
  if (organizationalUnit !== undefined) read.organizationalUnit = organizationalUnit;
  return read;
}
