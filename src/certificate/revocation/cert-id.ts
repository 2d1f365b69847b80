import { DerError, expectTag, readDer, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { integerOctets, oidValue } from '../asn1/der-values.ts';
import { toHex } from '../asn1/hex.ts';
import type { AskedCertificate } from './asked-certificate.ts';
import { certIdHashes, type CertIdHash } from './ocsp-oid.ts';

/** RFC 6960 section 4.1.1. */
export interface CertId {
  /** `undefined` for one that this version does not know. */
  hash: CertIdHash | undefined;
  issuerNameHash: Bytes;
  issuerKeyHash: Bytes;
  /** The content octets of the INTEGER. */
  serialNumber: Bytes;
}

/** @throws DerError */
export function readCertId(node: DerNode | undefined): CertId {
  const [algorithm, nameHash, keyHash, serialNumber] = sequenceOf(node);
  const hashes: Readonly<Record<string, CertIdHash>> = certIdHashes;
  return {
    hash: hashes[oidValue(sequenceOf(algorithm)[0])],
    issuerNameHash: expectTag(nameHash, tags.octetString).content,
    issuerKeyHash: expectTag(keyHash, tags.octetString).content,
    serialNumber: integerOctets(serialNumber),
  };
}

/**
 * The name is hashed as the certificate itself writes its issuer (RFC 6960 section 4.1.1).
 *
 * @throws DerError when the issuer's key is none
 */
export async function certIdOf(
  hash: CertIdHash,
  { leaf, issuer }: AskedCertificate,
): Promise<CertId> {
  const [issuerNameHash, issuerKeyHash] = await Promise.all([
    digest(hash, leaf.issuer),
    publicKeyHash(hash, issuer.subjectPublicKeyInfo),
  ]);
  return { hash, issuerNameHash, issuerKeyHash, serialNumber: leaf.serialNumber };
}

/** Whether both name the same certificate of the same issuer. */
export function isSameCertId(one: CertId, other: CertId): boolean {
  return one.hash !== undefined && one.hash === other.hash && text(one) === text(other);
}

/**
 * Of the octets of the key itself, without the count of unused bits.
 *
 * @throws DerError
 */
export async function publicKeyHash(hash: CertIdHash, subjectPublicKeyInfo: Bytes): Promise<Bytes> {
  const [, key] = sequenceOf(readDer(subjectPublicKeyInfo));
  const { content } = expectTag(key, tags.bitString);
  if (content.length === 0) throw new DerError('no count of unused bits');
  return await digest(hash, content.slice(1));
}

async function digest(hash: CertIdHash, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest(hash, bytes));
}

function text({ issuerNameHash, issuerKeyHash, serialNumber }: CertId): string {
  return [issuerNameHash, issuerKeyHash, serialNumber].map(toHex).join(':');
}
