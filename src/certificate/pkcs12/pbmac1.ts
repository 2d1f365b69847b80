import { DerError, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { oidValue } from '../asn1/der-values.ts';
import { prfHashes } from '../asn1/oid.ts';
import { refusedKey } from '../key/key-refusal.ts';
import { readPbkdf2 } from '../key/pbkdf2.ts';
import type { Mac } from './mac.ts';

/** Octets. RFC 9579 section 5 wants at least 20, and no hash has more. */
const keyLengths = { least: 20, most: 64 };

/** Octets of a key that one iteration is charged for, as those of the ciphers are. */
const chargedAtOnce = 32;

/**
 * Reads PBMAC1 (RFC 8018 section 7.1) as RFC 9579 uses it in a .pfx: HMAC under PBKDF2 of the
 * password in UTF-8. In: its parameters, and the MAC that is expected.
 *
 * @throws DerError also when the length of the key is not given, or too short (RFC 9579 section 5)
 * @throws FirmaError `unsupported_key`, `too_many_iterations`
 */
export function readPbmac1(parameters: DerNode | undefined, expected: Bytes): Mac {
  const [derivation, messageAuthScheme, extra] = sequenceOf(parameters);
  if (extra) throw new DerError('PBMAC1 has two parts');
  const { iterations, declaredKeyLength, derive } = readPbkdf2(derivation);
  const hash = prfHashes[oidValue(sequenceOf(messageAuthScheme)[0])];
  if (!hash) throw refusedKey('cipher');
  const keyLength = declaredKeyLength ?? 0;
  if (keyLength < keyLengths.least || keyLength > keyLengths.most) {
    throw new DerError('no safe length of the key');
  }
  return {
    iterations: iterations * Math.ceil(keyLength / chargedAtOnce),
    passwordForm: 'octets',
    fits: async (password, content) => {
      const { subtle } = globalThis.crypto;
      const octets = await derive(password, keyLength);
      const key = await subtle.importKey('raw', octets, { name: 'HMAC', hash }, false, ['verify']);
      return subtle.verify('HMAC', key, expected, content);
    },
  };
}
