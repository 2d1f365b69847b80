import { sequenceOf, type DerNode } from './asn1/der.ts';
import { tags } from './asn1/tags.ts';
import { oidValue } from './asn1/der-values.ts';
import { hashOid } from './asn1/hash-oid.ts';
import { signatureAlgorithms } from './asn1/oid.ts';
import type { SignatureAlgorithm } from './certificate-facts.ts';

/** MD2, MD5 and SHA-1: collisions are made in practice (RFC 6149, RFC 6151, NIST SP 800-131A). */
const oldHashAlgorithms: readonly string[] = [
  'md2WithRSAEncryption',
  'md5WithRSAEncryption',
  'sha1WithRSAEncryption',
  'ecdsaWithSHA1',
] satisfies SignatureAlgorithm[];

const oldHashes: readonly string[] = [hashOid.md2, hashOid.md5, hashOid.sha1];

const names = new Map<string, SignatureAlgorithm>(Object.entries(signatureAlgorithms));

/**
 * The name of a signature algorithm, or its dotted OID. In: an AlgorithmIdentifier.
 *
 * @throws DerError
 */
export function signatureAlgorithmName(identifier: DerNode): SignatureAlgorithm | (string & {}) {
  const algorithm = oidValue(sequenceOf(identifier)[0]);
  return names.get(algorithm) ?? algorithm;
}

/**
 * Whether a signature algorithm rests on a hash that is no longer safe. RSA-PSS without a hash
 * means SHA-1 (RFC 4055 section 3.1). In: also its name.
 *
 * @throws DerError
 */
export function hasOldHash(identifier: DerNode, name: string): boolean {
  if (name !== 'rsassaPss') return oldHashAlgorithms.includes(name);
  const parameters = sequenceOf(identifier)[1];
  if (parameters?.tag !== tags.sequence) return true;
  const [hash] = sequenceOf(parameters).filter(({ tag }) => tag === 0xa0);
  const [hashAlgorithm] = hash ? sequenceOf(hash, 0xa0) : [];
  return hashAlgorithm ? oldHashes.includes(oidValue(sequenceOf(hashAlgorithm)[0])) : true;
}
