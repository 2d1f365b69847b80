import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { readDer, sequenceOf, type Bytes } from '../../../src/certificate/asn1/der.ts';

/** Where what is in a TBSCertificate (RFC 5280 section 4.1). */
const places = { algorithm: 2, issuer: 3, validity: 4, subject: 5, publicKey: 6, extensions: 7 };

type Parts = Partial<Record<keyof typeof places, Uint8Array>>;

/** Elements of a certificate, DER. */
export function partOfCertificate(der: Uint8Array, part: keyof typeof places): Bytes {
  const [tbs] = sequenceOf(readDer(new Uint8Array(der)));
  const found = sequenceOf(tbs)[places[part]];
  if (!found) throw new Error(`the certificate has no ${part}`);
  return new Uint8Array(found.whole);
}

/** The certificate with some elements exchanged. Its signature no longer fits, as nobody asks. */
export function rebuilt(der: Bytes, parts: Parts): Bytes {
  const [tbs, algorithm, signature] = sequenceOf(readDer(der)).map(({ whole }) => whole);
  const elements: Uint8Array[] = sequenceOf(readDer(new Uint8Array(tbs ?? []))).map(
    ({ whole }) => whole,
  );
  for (const [part, bytes] of Object.entries(parts)) {
    elements[places[part as keyof typeof places]] = bytes;
  }
  return encodeDer(
    0x30,
    encodeDer(0x30, ...elements),
    parts.algorithm ?? algorithm ?? new Uint8Array(),
    signature ?? new Uint8Array(),
  );
}

/** Both moments as UTCTime. */
export function validity(notBefore: Date, notAfter: Date): Bytes {
  const time = (date: Date) =>
    encodeDer(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`));
  return encodeDer(0x30, time(notBefore), time(notAfter));
}

/** A Name with an organisation and a common name. */
export function nameOf(organization: string, commonName: string): Bytes {
  const attribute = (oid: readonly number[], text: string) =>
    encodeDer(
      0x31,
      encodeDer(0x30, encodeDer(0x06, Uint8Array.from(oid)), encodeDer(0x0c, Buffer.from(text))),
    );
  return encodeDer(
    0x30,
    attribute([0x55, 4, 10], organization),
    attribute([0x55, 4, 3], commonName),
  );
}
