import { encodeDer } from '../asn1/der-encode.ts';
import { type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { hashOid } from '../asn1/hash-oid.ts';
import { oid } from '../asn1/oid.ts';
import { encodeAlgorithm, encodedNull, encodeInteger } from '../asn1/encode-values.ts';
import { newPassword } from './password-forms.ts';
import { pkcs12Oid } from './pkcs12-oid.ts';
import type { Protected, ProtectionMeans } from './protection.ts';

const iterations = 100_000;
const saltLength = 16;
const keyBits = 256;

/** PBES2 of PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018 section 6.2), and a MAC of SHA-256. */
export const protectWithAes: ProtectionMeans = {
  encrypt,
  mac: { hash: 'SHA-256', oid: hashOid.sha256, iterations, saltLength },
};

async function encrypt(plain: Bytes, password: string): Promise<Protected> {
  const { subtle } = globalThis.crypto;
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(saltLength));
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const octets = newPassword(password, 'octets');
  const base = await subtle.importKey('raw', octets, 'PBKDF2', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-CBC', length: keyBits },
    false,
    ['encrypt'],
  );
  const encrypted = await subtle.encrypt({ name: 'AES-CBC', iv }, key, plain);
  return { algorithm: pbes2(salt, iv), encrypted: new Uint8Array(encrypted) };
}

function pbes2(salt: Bytes, iv: Bytes): Bytes {
  const prf = encodeAlgorithm(pkcs12Oid.hmacWithSha256, encodedNull);
  const derivation = encodeDer(
    tags.sequence,
    encodeDer(tags.octetString, salt),
    encodeInteger(iterations),
    prf,
  );
  const parameters = encodeDer(
    tags.sequence,
    encodeAlgorithm(oid.pbkdf2, derivation),
    encodeAlgorithm(pkcs12Oid.aes256Cbc, encodeDer(tags.octetString, iv)),
  );
  return encodeAlgorithm(oid.pbes2, parameters);
}
