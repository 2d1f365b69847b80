import { FirmaError } from '../../errors.ts';
import { encodeDer } from '../asn1/der-encode.ts';
import { type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { encodeAlgorithm, encodeInteger } from '../asn1/encode-values.ts';
import { oid } from '../asn1/oid.ts';
import { passwordEncodings } from './password-encodings.ts';
import { derivePbkdf2 } from './pbkdf2.ts';
import { encryptTripleDes } from './triple-des.ts';

const iterations = 2048;

/**
 * Enciphers a private key just as the SAT does, so that every portal reads it: PBES2 (RFC 8018
 * section 6.2) with PBKDF2-HMAC-SHA1 of 2,048 iterations and DES-EDE3-CBC, salt and initial vector
 * random. In: the DER of a PrivateKeyInfo, as in `OpenedKey.pkcs8`, and the password, which goes in
 * as UTF-8 (NFC). Out: the DER of an EncryptedPrivateKeyInfo (RFC 5958 section 3), a whole .key.
 * The SAT's scheme is weak: meant for what leaves for a portal, never for what is kept.
 *
 * @throws FirmaError `wrong_password` for an empty password, and for one with a NUL or half a
 *   surrogate pair: no program could open the file again
 */
export async function sealPrivateKey(pkcs8: Uint8Array, password: string): Promise<Bytes> {
  const [encoded] = passwordEncodings(password);
  if (!encoded || password === '') throw new FirmaError('wrong_password');
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(8));
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(8));
  const key = await derivePbkdf2({
    hash: 'SHA-1',
    password: encoded.bytes,
    salt,
    iterations,
    length: 24,
  });
  const parameters = sequence(encodeDer(tags.octetString, salt), encodeInteger(iterations));
  const derivation = encodeAlgorithm(oid.pbkdf2, parameters);
  const cipher = encodeAlgorithm(oid.desEde3Cbc, encodeDer(tags.octetString, iv));
  const scheme = encodeAlgorithm(oid.pbes2, sequence(derivation, cipher));
  return sequence(scheme, encodeDer(tags.octetString, encryptTripleDes(key, iv, pkcs8)));
}

function sequence(...parts: readonly Uint8Array[]): Bytes {
  return encodeDer(tags.sequence, ...parts);
}
