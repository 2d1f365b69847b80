import {
  encodeDer,
  readDer,
  sequenceOf,
  tags,
  type Bytes,
  type Certificate,
} from '../../certificate/index.ts';

/**
 * IssuerAndSerialNumber (RFC 5652 section 10.2.4): both copied octet by octet out of the
 * certificate. Names of the SAT are not what an encoder would write again: some are UTF-8 twice, or
 * in a string type that cannot hold them.
 */
export function issuerAndSerialNumber({ tbsCertificate }: Certificate): Bytes {
  const [, serialNumber, , issuer] = sequenceOf(readDer(tbsCertificate));
  const parts = [issuer, serialNumber].flatMap((part) => (part ? [part.whole] : []));
  return encodeDer(tags.sequence, ...parts);
}
