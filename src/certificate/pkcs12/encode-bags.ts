import { encodeDer } from '../asn1/der-encode.ts';
import { type Bytes } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { toBmp } from '../key/password-encodings.ts';
import { encodeOid } from '../asn1/encode-values.ts';
import { encodeSetOf } from '../asn1/encode-set-of.ts';
import { pkcs12Oid } from './pkcs12-oid.ts';
import type { Protected } from './protection.ts';

/**
 * The attributes that tie a certificate and its key (RFC 7292 section 4.2): localKeyId, the SHA-1 of
 * the certificate as OpenSSL writes it, and the friendlyName if there is one.
 */
export async function bagAttributes(certificate: Bytes, friendlyName?: string): Promise<Bytes> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-1', certificate));
  const localKeyId = attribute(pkcs12Oid.localKeyId, encodeDer(tags.octetString, digest));
  if (!friendlyName) return encodeDer(tags.set, localKeyId);
  const name = attribute(
    pkcs12Oid.friendlyName,
    encodeDer(tags.bmpString, toBmp(friendlyName).subarray(0, -2)),
  );
  return encodeSetOf([localKeyId, name]);
}

/** RFC 7292 section 4.2.3 */
export function certBag(certificate: Bytes, attributes?: Bytes): Bytes {
  const value = encodeDer(
    tags.sequence,
    encodeOid(pkcs12Oid.x509Certificate),
    encodeDer(contextTag(0), encodeDer(tags.octetString, certificate)),
  );
  return safeBag(pkcs12Oid.certBag, value, attributes);
}

/** RFC 7292 section 4.2.2 */
export function shroudedKeyBag({ algorithm, encrypted }: Protected, attributes: Bytes): Bytes {
  const value = encodeDer(tags.sequence, algorithm, encodeDer(tags.octetString, encrypted));
  return safeBag(pkcs12Oid.pkcs8ShroudedKeyBag, value, attributes);
}

function safeBag(bagId: string, value: Bytes, attributes?: Bytes): Bytes {
  const bag = [encodeOid(bagId), encodeDer(contextTag(0), value)];
  return encodeDer(tags.sequence, ...bag, ...(attributes ? [attributes] : []));
}

function attribute(type: string, value: Bytes): Bytes {
  return encodeDer(tags.sequence, encodeOid(type), encodeDer(tags.set, value));
}
