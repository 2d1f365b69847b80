import type { DistinguishedName } from '../certificate-facts.ts';
import { expectTag, tags, type DerNode } from './der.ts';
import { directoryString, isDirectoryString } from './directory-string.ts';
import { toHex } from './hex.ts';
import { attributeNames } from './oid.ts';
import { readName } from './read-name.ts';
import { satSubject } from '../sat.ts';

export interface NameAttribute {
  /** dotted OID */
  type: string;
  /** Absent when the value is no string. */
  text?: string;
  /** As it is shown: the text, or `#` and the DER as hex (RFC 4514 section 2.4). */
  shown: string;
}

/**
 * The attributes of a Name in the order of the file (RFC 5280 section 4.1.2.4).
 *
 * @throws DerError
 */
export function nameAttributes(name: DerNode | undefined): NameAttribute[] {
  const attributes: NameAttribute[] = [];
  for (const relative of readName(name)) {
    for (const { type, value } of relative) attributes.push(readAttribute(type, value));
  }
  return attributes;
}

/** The first text of an attribute of a type that is not empty, if any. */
export function attributeText(attributes: NameAttribute[], type: string): string | undefined {
  return attributes.find((attribute) => attribute.type === type && attribute.text)?.text;
}

function shownName(attributes: readonly NameAttribute[]): string {
  let text = '';
  for (const { type, shown } of attributes) {
    text += `${text && ', '}${attributeNames[type] ?? type}=${shown}`;
  }
  return text;
}

function readAttribute(type: string, value: DerNode): NameAttribute {
  if (!isDirectoryString(value)) return { type, shown: `#${toHex(value.whole)}` };
  const text = directoryString(value);
  return { type, text, shown: text };
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
    text: shownName(attributes),
    der: expectTag(name, tags.sequence).whole,
  };
  if (commonName !== undefined) read.commonName = commonName;
  if (organization !== undefined) read.organization = organization;
  if (organizationalUnit !== undefined) read.organizationalUnit = organizationalUnit;
  return read;
}
