import type { DistinguishedName } from '../certificate-facts.ts';
import { satSubject } from '../sat.ts';
import { expectTag, type DerNode } from './der.ts';
import { directoryText } from './directory-string.ts';
import { toHex } from './hex.ts';
import { attributeNames } from './oid.ts';
import { eachAttribute, type RawAttribute } from './read-name.ts';
import { tags } from './tags.ts';
import { asciiText, type ReadAscii } from './windows-1252.ts';

/** The attributes of a Name, each value unread until it is asked for: few of them ever are. */
export interface NameAttributes {
  readonly all: readonly RawAttribute[];
  readonly readAscii: ReadAscii;
}

/**
 * The attributes of a Name in the order of the file (RFC 5280 section 4.1.2.4).
 *
 * @throws DerError
 */
export function nameAttributes(
  name: DerNode | undefined,
  readAscii: ReadAscii = asciiText,
): NameAttributes {
  const all: RawAttribute[] = [];
  eachAttribute(name, (type, value) => {
    // Those that can be cut off show it now, not when somebody asks.
    if (value.tag === tags.bmpString || value.tag === tags.universalString) directoryText(value);
    all.push({ type, value });
  });
  return { all, readAscii };
}

/** The first text of an attribute of a type that is not empty, if any. */
export function attributeText(
  { all, readAscii }: NameAttributes,
  wanted: string,
): string | undefined {
  for (const { type, value } of all) {
    const text = type === wanted && directoryText(value, readAscii);
    if (text) return text;
  }
  return undefined;
}

/** Each value as its text, or as `#` and the DER as hex (RFC 4514 section 2.4). */
function shownName({ all, readAscii }: NameAttributes): string {
  return all
    .map(({ type, value }) => {
      const shown = directoryText(value, readAscii) ?? `#${toHex(value.whole)}`;
      return `${attributeNames.get(type) ?? type}=${shown}`;
    })
    .join(', ');
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
  const read: DistinguishedName = {
    get text() {
      return shownName(attributes);
    },
    der: expectTag(name, tags.sequence).whole,
  };
  if (commonName !== undefined) read.commonName = commonName;
  if (organization !== undefined) read.organization = organization;
  if (organizationalUnit !== undefined) read.organizationalUnit = organizationalUnit;
  return read;
}
