import { encodeDer } from '../asn1/der-encode.ts';
import { type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { hashOid } from '../asn1/hash-oid.ts';
import { oid } from '../asn1/oid.ts';
import { derivePkcs12, pkcs12Purposes } from '../key/pkcs12-kdf.ts';
import { encryptTripleDes } from '../key/triple-des.ts';
import { encodeAlgorithm, encodeInteger } from '../asn1/encode-values.ts';
import { newPassword } from './password-forms.ts';
import type { Protected, ProtectionMeans } from './protection.ts';

const iterations = 2048;
const saltLength = 8;

/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292 appendix C), and a MAC of SHA-1. */
export const protectWithTripleDes: ProtectionMeans = {
  encrypt,
  mac: { hash: 'SHA-1', oid: hashOid.sha1, iterations, saltLength },
};

async function encrypt(plain: Bytes, password: string): Promise<Protected> {
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(saltLength));
  const derivation = {
    hash: 'SHA-1',
    password: newPassword(password, 'bmp'),
    salt,
    iterations,
  } as const;
  const key = derivePkcs12({ ...derivation, purpose: pkcs12Purposes.key, length: 24 });
  const iv = derivePkcs12({ ...derivation, purpose: pkcs12Purposes.iv, length: 8 });
  const parameters = encodeDer(
    tags.sequence,
    encodeDer(tags.octetString, salt),
    encodeInteger(iterations),
  );
  return {
    algorithm: encodeAlgorithm(oid.pbeWithShaAnd3KeyTripleDesCbc, parameters),
    encrypted: encryptTripleDes(key, iv, plain),
  };
}
