import { integerOctets } from '../asn1/der-values.ts';
import {
  DerError,
  expectTag,
  implicitOf,
  sequenceOf,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { toHex } from '../asn1/hex.ts';
import { generalNames, nameForms } from './general-names.ts';
import { nameKey } from './names.ts';

/** RFC 5280 section 4.2.1.1. */
export interface AuthorityKeyIdentifier {
  /** hex */
  keyIdentifier?: string;
  /** The issuer of the issuer's certificate, as {@link nameKey}. */
  issuerName?: string;
  /** The number of the issuer's certificate: content octets of the INTEGER, hex. */
  serialNumber?: string;
}

/** What an issuer says of itself, to compare an identifier with. */
interface Identified {
  issuerKey: string;
  serialNumber: Bytes;
  known: { subjectKeyIdentifier?: string };
}

/**
 * @throws DerError
 */
export function readSubjectKeyIdentifier(node: DerNode): string {
  return toHex(expectTag(node, tags.octetString).content);
}

/**
 * @throws DerError
 */
export function readAuthorityKeyIdentifier(node: DerNode): AuthorityKeyIdentifier {
  const parts = sequenceOf(node);
  const take = (tag: number) => (parts[0]?.tag === tag ? parts.shift() : undefined);
  const key = take(contextTag(0, false));
  const names = take(contextTag(1));
  const serial = take(contextTag(2, false));
  if (parts.length > 0) throw new DerError('not an authorityKeyIdentifier');
  const directory = names && generalNames(names).find(({ form }) => form === nameForms.directory);
  return {
    ...(key && { keyIdentifier: toHex(key.content) }),
    ...(directory && { issuerName: nameKey(directory.value) }),
    ...(serial && { serialNumber: toHex(integerOctets(implicitOf(serial, tags.integer))) }),
  };
}

/**
 * Whether an issuer is the one that an authorityKeyIdentifier means: `undefined` when there is
 * nothing to compare, as in everything that the SAT issues to people.
 */
export function matchesIdentifier(
  identifier: AuthorityKeyIdentifier | undefined,
  issuer: Identified,
): boolean | undefined {
  if (!identifier) return undefined;
  const { keyIdentifier, issuerName, serialNumber } = identifier;
  const own = issuer.known.subjectKeyIdentifier;
  const outcomes = [
    keyIdentifier === undefined || own === undefined ? undefined : keyIdentifier === own,
    serialNumber === undefined ? undefined : serialNumber === toHex(issuer.serialNumber),
    issuerName === undefined ? undefined : issuerName === issuer.issuerKey,
  ].filter((outcome) => outcome !== undefined);
  return outcomes.length === 0 ? undefined : outcomes.every(Boolean);
}
