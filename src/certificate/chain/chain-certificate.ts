import { timeValue } from '../asn1/asn1-time.ts';
import { bitStringOctets, integerOctets, smallInteger } from '../asn1/der-values.ts';
import {
  DerError,
  explicitOf,
  expectTag,
  readDer,
  sequenceOf,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { readExtensions, type Extension } from './extensions.ts';
import { readKnownExtensions, type KnownExtensions } from './known-extensions.ts';
import { nameKey } from './names.ts';
import { readPublicKey, type PublicKey } from './public-key.ts';
import type { SignedBytes } from './verify-signature.ts';

/** A certificate as path validation sees it: versions 1 to 3, any key, every extension. */
export interface ChainCertificate extends SignedBytes {
  der: Bytes;
  version: number;
  /** The AlgorithmIdentifier inside what was signed; `algorithm` is the one outside. */
  innerAlgorithm: Bytes;
  /** Content octets of the INTEGER. */
  serialNumber: Bytes;
  /** DER of the Names, and what they are compared by. */
  issuer: Bytes;
  issuerKey: string;
  subject: Bytes;
  subjectKey: string;
  notBefore: Date;
  notAfter: Date;
  subjectPublicKeyInfo: Bytes;
  /** The same as text, an octet a character, to compare by. */
  publicKeyText: string;
  publicKey: PublicKey;
  hasUniqueIds: boolean;
  extensions: readonly Extension[];
  known: KnownExtensions;
}

/**
 * Reads a certificate (RFC 5280 section 4.1). In: the whole of it, DER.
 *
 * @throws DerError also when the public key or one of the extensions that are understood is not
 *   well formed
 */
export function readChainCertificate(der: Bytes): ChainCertificate {
  const [tbs, algorithm, signature, extra] = sequenceOf(readDer(der));
  if (extra) throw new DerError('a certificate has three parts');
  const parts = sequenceOf(tbs);
  const version = parts[0]?.tag === contextTag(0) ? versionOf(parts.shift()) : 1;
  const [serial, inner, issuer, validity, subject, publicKey, ...rest] = parts;
  const [notBefore, notAfter, extraTime] = sequenceOf(validity);
  if (extraTime) throw new DerError('a validity has two times');
  const optional = (tag: number) => (rest[0]?.tag === tag ? rest.shift() : undefined);
  const uniqueIds = [optional(contextTag(1, false)), optional(contextTag(2, false))];
  const wrapper = optional(contextTag(3));
  if (rest.length > 0) throw new DerError('bytes after the extensions');
  const extensions = wrapper ? readExtensions(explicitOf(wrapper, 3)) : [];
  const names = { issuer: nameOf(issuer), subject: nameOf(subject) };
  const subjectPublicKeyInfo = expectTag(publicKey, tags.sequence).whole;
  return {
    der,
    version,
    data: expectTag(tbs, tags.sequence).whole,
    algorithm: expectTag(algorithm, tags.sequence).whole,
    innerAlgorithm: expectTag(inner, tags.sequence).whole,
    signature: bitStringOctets(signature),
    serialNumber: integerOctets(serial),
    ...names,
    issuerKey: nameKey(names.issuer),
    subjectKey: nameKey(names.subject),
    notBefore: timeValue(notBefore),
    notAfter: timeValue(notAfter),
    subjectPublicKeyInfo,
    publicKeyText: fromLatin1(subjectPublicKeyInfo),
    publicKey: readPublicKey(subjectPublicKeyInfo),
    hasUniqueIds: uniqueIds.some(Boolean),
    extensions,
    known: readKnownExtensions(extensions),
  };
}

/** Issuer and subject are the same (RFC 5280 section 6.1): a new key of the same authority. */
export function isSelfIssued({ issuerKey, subjectKey }: ChainCertificate): boolean {
  return issuerKey === subjectKey;
}

function versionOf(wrapper: DerNode | undefined): number {
  const version = smallInteger(explicitOf(wrapper, 0)) + 1;
  if (version > 3) throw new DerError('no such version');
  return version;
}

function nameOf(node: DerNode | undefined): Bytes {
  return expectTag(node, tags.sequence).whole;
}
