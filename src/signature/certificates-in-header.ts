import { FirmaError } from '../errors.ts';
import { fromBase64, isSignedBy, readCertificate, type Certificate } from '../certificate/index.ts';
import { insist } from './insist.ts';

/** A leaf, its authorities and their root: nobody's path is longer. */
const most = 5;

/**
 * The certificates of an `x5c` (RFC 7515 section 4.1.6): the signer's first, each of the others
 * certifying the one before it. That anybody of them is trusted is not said.
 *
 * @throws FirmaError `invalid_request`
 */
export async function certificatesInHeader(
  x5c: unknown,
): Promise<readonly [Certificate, ...Certificate[]]> {
  const texts: unknown[] = Array.isArray(x5c) ? x5c : [];
  insist(texts.length <= most, 'x5c');
  const [leaf, ...authorities] = texts.map(certificateOf);
  insist(leaf !== undefined, 'x5c');
  let issued = leaf;
  for (const authority of authorities) {
    insist(await isSignedBy(issued, authority.subjectPublicKeyInfo), 'x5c');
    issued = authority;
  }
  return [leaf, ...authorities];
}

function certificateOf(text: unknown): Certificate {
  const der = typeof text === 'string' ? fromBase64(text) : undefined;
  // A SEQUENCE: PEM text, which certificates are read from elsewhere, is none here.
  insist(der?.[0] === 0x30, 'x5c');
  try {
    return readCertificate(der);
  } catch (error) {
    throw new FirmaError('invalid_request', { cause: error });
  }
}
