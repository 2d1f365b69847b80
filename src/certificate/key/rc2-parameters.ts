import { DerError, expectTag, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { smallInteger } from '../asn1/der-values.ts';
import { refusedKey } from './key-refusal.ts';

/** What stands for the effective bits below 256 (RFC 8018 appendix B.2.3). */
const versions: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 };
const bitsWithoutVersion = 32;
/** More octets would make the derivation work harder than its iteration count tells. */
const longestKey = 32;

/**
 * Reads an RC2-CBC-Parameter (RFC 8018 appendix B.2.3). In: also the octets of the key that the
 * derivation names, if it does; else they are as many as the effective bits fill.
 *
 * @throws DerError
 * @throws FirmaError `unsupported_key` for a version or key length that no tool writes
 */
export function readRc2Parameters(
  node: DerNode | undefined,
  declaredKeyLength: number | undefined,
): { effectiveBits: number; keyLength: number; iv: Bytes } {
  const parts = sequenceOf(node);
  const vector = parts.at(-1);
  const version = parts.length === 2 ? smallInteger(parts[0]) : undefined;
  const { content: iv } = expectTag(vector, tags.octetString);
  if (parts.length > 2 || iv.length !== 8) throw new DerError('not the parameters of RC2');
  const effectiveBits = version === undefined ? bitsWithoutVersion : versions[version];
  if (effectiveBits === undefined) throw refusedKey('cipher');
  const keyLength = declaredKeyLength ?? effectiveBits / 8;
  if (keyLength < 1 || keyLength > longestKey) throw refusedKey('cipher');
  return { effectiveBits, keyLength, iv };
}
