import { DerError, type Bytes } from '../asn1/der.ts';
import { isPem, pemBlocks, privateKeyLabels } from '../asn1/pem.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { refusedKey, type KeyRefusal } from './key-refusal.ts';

/** Of 16,384 bits a key takes 13 KB as PEM; whatever is longer than this is none. */
const mostOctets = 65_536;

/** PEM of keys that are known and not read, by label. */
const refusals: Readonly<Record<string, KeyRefusal>> = {
  'EC PRIVATE KEY': 'not_rsa',
  'DSA PRIVATE KEY': 'not_rsa',
  'OPENSSH PRIVATE KEY': 'openssh',
};

/** RFC 1421 section 4.6.1.1: the block of base64 begins with headers, and is enciphered. */
const legacyHeader = /^Proc-Type:\s*4,\s*ENCRYPTED/m;

/**
 * The DER of a key file, whether it is DER or PEM.
 *
 * @throws DerError when it is PEM without a whole key, or too long for a key
 * @throws FirmaError `unsupported_key` for PEM of other kinds
 */
export function keyDerOf(bytes: Uint8Array): Bytes {
  if (bytes.length > mostOctets) throw new DerError('too long for a key');
  if (!isPem(bytes)) return new Uint8Array(bytes);
  const block = pemBlocks(bytes).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (!block) throw new DerError('no key in the PEM text');
  if (privateKeyLabels.some((label) => label === block.label)) {
    if (block.der) return block.der;
    if (legacyHeader.test(fromLatin1(bytes))) throw refusedKey('legacy_pem');
    throw new DerError('no base64 in the PEM text');
  }
  throw refusedKey(refusals[block.label] ?? 'cipher');
}
