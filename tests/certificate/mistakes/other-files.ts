import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { encodeInteger } from '../../../src/certificate/asn1/encode-values.ts';
import type { Bytes } from '../../../src/certificate/asn1/der.ts';
import { partOfCertificate } from './rebuilt.ts';

const octets = (...values: readonly number[]) => Uint8Array.from(values);
const contentType = (last: number) =>
  encodeDer(0x06, octets(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last));
const signature = encodeDer(0x03, new Uint8Array(257));

/** The .req that the SAT's program leaves beside the .key (RFC 2986). */
export function requestFor(certificate: Bytes): Bytes {
  const info = encodeDer(
    0x30,
    encodeInteger(0),
    partOfCertificate(certificate, 'subject'),
    partOfCertificate(certificate, 'publicKey'),
    octets(0xa0, 0x00),
  );
  return encodeDer(0x30, info, partOfCertificate(certificate, 'algorithm'), signature);
}

/** A CMS SignedData around some octets (RFC 5652). */
export function signedDocument(content: Uint8Array): Bytes {
  const wrapped = encodeDer(0x30, contentType(1), encodeDer(0xa0, encodeDer(0x04, content)));
  const signed = encodeDer(0x30, encodeInteger(1), octets(0x31, 0), wrapped, octets(0x31, 0));
  return encodeDer(0x30, contentType(2), encodeDer(0xa0, signed));
}

/** As {@link signedDocument} around a ZIP, in the indefinite lengths that the SAT's program writes. */
export function sealRequest(): Uint8Array {
  const zip = Buffer.from('PK\u0003\u0004 requests', 'latin1');
  return Buffer.concat([
    octets(0x30, 0x80),
    contentType(2),
    octets(0xa0, 0x80, 0x30, 0x80, 0x02, 0x01, 0x01, 0x31, 0x00, 0x30, 0x80),
    contentType(1),
    octets(0xa0, 0x80, 0x24, 0x80, 0x04, zip.length),
    zip,
    new Uint8Array(16),
  ]);
}

/** A list of revoked certificates of whoever issued this one (RFC 5280 section 5.1). */
export function revocationList(certificate: Bytes): Bytes {
  const algorithm = partOfCertificate(certificate, 'algorithm');
  const issued = encodeDer(0x17, Buffer.from('260101000000Z'));
  const issuer = partOfCertificate(certificate, 'issuer');
  const list = encodeDer(0x30, encodeInteger(1), algorithm, issuer, issued);
  return encodeDer(0x30, list, algorithm, signature);
}
