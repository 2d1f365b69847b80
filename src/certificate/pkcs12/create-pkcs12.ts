import { FirmaError } from '../../errors.ts';
import { encodeDer } from '../asn1/der-encode.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { oid } from '../asn1/oid.ts';
import { readCertificate } from '../certificate.ts';
import { readPrivateKeyInfo } from '../key/rsa-private-key.ts';
import { bagAttributes, certBag, shroudedKeyBag } from './encode-bags.ts';
import { encodeAlgorithm, encodedNull, encodeInteger, encodeOid } from '../asn1/encode-values.ts';
import { computeMac } from './mac.ts';
import { newPassword } from './password-forms.ts';
import { pkcs12Oid } from './pkcs12-oid.ts';
import {
  protections,
  type Pkcs12Protection,
  type Protected,
  type ProtectionMeans,
} from './protection.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';

export interface Pkcs12Order {
  /** DER */
  certificate: Bytes;
  /** DER of its ACs, nearest first. */
  chain?: readonly Bytes[];
  /** DER of the PrivateKeyInfo, in clear. */
  pkcs8: Bytes;
  /** Protects the file; may be empty. */
  password: string;
  /** What other programs will call it. */
  friendlyName?: string;
  /** `compatible` unless told. */
  protection?: Pkcs12Protection;
}

/**
 * Makes a .pfx (RFC 7292) of a certificate, its ACs and its key, laid out as OpenSSL does: the
 * certificates enciphered together, then the key in a bag of its own, tied by localKeyId. Out: DER.
 *
 * @throws FirmaError `not_a_certificate` · `not_a_private_key` when the key is none, or not that of
 *   the certificate · `unsupported_key` when it is not of RSA · `wrong_password` for half a
 *   surrogate pair, which no program can be given
 */
export async function createPkcs12(order: Pkcs12Order): Promise<Bytes> {
  const { certificate, chain = [], pkcs8, password } = order;
  assertPair(certificate, pkcs8);
  chain.forEach(readCertificate);
  const means = protections[order.protection ?? 'compatible'];
  const attributes = await bagAttributes(certificate, order.friendlyName);
  const certBags = [certBag(certificate, attributes), ...chain.map((der) => certBag(der))];
  const certificates = await means.encrypt(encodeDer(tags.sequence, ...certBags), password);
  const key = shroudedKeyBag(await means.encrypt(pkcs8, password), attributes);
  const authenticatedSafe = encodeDer(
    tags.sequence,
    encryptedData(certificates),
    data(encodeDer(tags.sequence, key)),
  );
  return encodeDer(
    tags.sequence,
    encodeInteger(3),
    data(authenticatedSafe),
    macData(authenticatedSafe, password, means.mac),
  );
}

function assertPair(certificate: Bytes, pkcs8: Bytes): void {
  const { modulus, publicExponent } = readCertificate(certificate);
  try {
    const key = readPrivateKeyInfo(pkcs8);
    if (hasSameBytes(key.modulus, modulus) && key.publicExponent === publicExponent) return;
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
  }
  throw new FirmaError('not_a_private_key');
}

/** RFC 5652 section 4 */
function data(octets: Bytes): Bytes {
  return contentInfo(oid.data, encodeDer(tags.octetString, octets));
}

/** RFC 5652 section 8 */
function encryptedData({ algorithm, encrypted }: Protected): Bytes {
  const encryptedContentInfo = encodeDer(
    tags.sequence,
    encodeOid(oid.data),
    algorithm,
    encodeDer(contextTag(0, false), encrypted),
  );
  return contentInfo(
    pkcs12Oid.encryptedData,
    encodeDer(tags.sequence, encodeInteger(0), encryptedContentInfo),
  );
}

function contentInfo(type: string, content: Bytes): Bytes {
  return encodeDer(tags.sequence, encodeOid(type), encodeDer(contextTag(0), content));
}

function macData(content: Bytes, password: string, mac: ProtectionMeans['mac']): Bytes {
  const { hash, oid, iterations, saltLength } = mac;
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(saltLength));
  const digest = computeMac(
    { hash, salt, iterations, password: newPassword(password, 'bmp') },
    content,
  );
  const digestInfo = encodeDer(
    tags.sequence,
    encodeAlgorithm(oid, encodedNull),
    encodeDer(tags.octetString, digest),
  );
  return encodeDer(
    tags.sequence,
    digestInfo,
    encodeDer(tags.octetString, salt),
    encodeInteger(iterations),
  );
}
