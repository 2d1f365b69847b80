import { unsignedInteger } from '../asn1/der-values.ts';
import { DerError, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';

/** Octets of a coordinate of each curve. */
const widths = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/**
 * An ECDSA signature as WebCrypto takes it. In: DER of Ecdsa-Sig-Value (RFC 3279 section 2.2.3).
 * Out: the two numbers, each as wide as the curve.
 *
 * @throws DerError
 */
export function plainSignature(signature: Bytes, curve: keyof typeof widths): Bytes {
  const [r, s, extra] = sequenceOf(readDer(signature));
  if (extra) throw new DerError('an ECDSA signature has two numbers');
  const width = widths[curve];
  const plain = new Uint8Array(2 * width);
  [r, s].forEach((node, index) => {
    const number = unsignedInteger(node);
    if (number.length > width) throw new DerError('number too large for the curve');
    plain.set(number, (index + 1) * width - number.length);
  });
  return plain;
}
