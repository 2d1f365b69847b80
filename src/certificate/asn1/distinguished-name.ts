import type { DistinguishedName } from '../certificate-facts.ts';
import { DerError, sequenceOf, tags, type DerNode } from './der.ts';
import { oidValue } from './der-values.ts';
import { directoryString } from './directory-string.ts';
import { attributeNames } from './oid.ts';
import { satSubject } from '../sat.ts';

export interface NameAttribute {
  /** dotted OID */
  type: string;
  text: string;
}

/**
 * The attributes of a Name in the order of the file (RFC 5280 section 4.1.2.4).
 *
 * @throws DerError
 */
export function nameAttributes(name: DerNode | undefined): NameAttribute[] {
  return sequenceOf(name).flatMap((relative) =>
    sequenceOf(relative, tags.set).map((attribute) => {
      const [type, value, extra] = sequenceOf(attribute);
      if (!value || extra) throw new DerError('an attribute is a type and a value');
      return { type: oidValue(type), text: directoryString(value) };
    }),
  );
}

/** The text of the first attribute of a type, if any. */
export function attributeText(attributes: NameAttribute[], type: string): string | undefined {
  return attributes.find((attribute) => attribute.type === type)?.text;
}

/**
 * A Name as it is shown.
 *
 * @throws DerError
 */
export function distinguishedName(name: DerNode | undefined): DistinguishedName {
  const attributes = nameAttributes(name);
  const commonName = attributeText(attributes, satSubject.commonName);
  const organization = attributeText(attributes, satSubject.organization);
  return {
    ...(commonName !== undefined && { commonName }),
    ...(organization !== undefined && { organization }),
    text: attributes.map(({ type, text }) => `${attributeNames[type] ?? type}=${text}`).join(', '),
    der: new Uint8Array(name?.whole ?? []),
  };
}
