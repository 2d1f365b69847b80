import { DerError, expectTag, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { readIterations } from './work.ts';

/** Whole blocks of a hash that a salt fills: more work than the iterations tell. */
export function saltBlocks(salt: Uint8Array, block = 64): number {
  return Math.floor(salt.length / block);
}

/**
 * Reads the PBEParameter of PBES1 (RFC 8018 appendix A.3) and the pkcs-12PbeParams (RFC 7292
 * appendix C), which look alike.
 *
 * @throws DerError
 * @throws FirmaError `too_many_iterations`
 */
export function readPbeParameters(node: DerNode | undefined): { salt: Bytes; iterations: number } {
  const [salt, iterationCount, extra] = sequenceOf(node);
  if (extra) throw new DerError('salt and iterations expected');
  const { content } = expectTag(salt, tags.octetString);
  return { salt: content, iterations: readIterations(iterationCount) };
}
