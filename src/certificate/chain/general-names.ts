import { DerError, expectTag, readDer, childrenOf, type Bytes, type DerNode } from '../asn1/der.ts';

/** The number of each form of a GeneralName that is understood (RFC 5280 section 4.2.1.6). */
export const nameForms = { email: 1, dns: 2, directory: 4, uri: 6, address: 7 } as const;

export interface GeneralName {
  /** 0 to 8, as in RFC 5280. */
  form: number;
  /** Of a directory name the DER of the Name; else the content octets. */
  value: Bytes;
}

/** Which forms are constructed: their identifier octet says so. */
const constructed = new Set([0, 3, 4, 5]);

/**
 * @throws DerError
 */
export function generalName(node: DerNode | undefined): GeneralName {
  const form = (node?.tag ?? 0) & 0x1f;
  const { content } = expectTag(node, (constructed.has(form) ? 0xa0 : 0x80) | form);
  if (form > 8) throw new DerError('no such form of name');
  if (form === nameForms.directory) return { form, value: readDer(content).whole };
  return { form, value: content };
}

/**
 * Every name of a GeneralNames, whatever its tag.
 *
 * @throws DerError also when there is none
 */
export function generalNames(list: DerNode): GeneralName[] {
  const names = childrenOf(list).map(generalName);
  if (names.length === 0) throw new DerError('no name');
  return names;
}
