import type { DerNode } from '../asn1/der.ts';
import { oid } from '../asn1/oid.ts';
import type { EncryptionScheme } from './encryption-scheme.ts';
import { iterateHash } from './iterated-hash.ts';
import { readPbeParameters, saltBlocks } from './pbe-parameters.ts';
import { decryptRc2 } from './rc2.ts';
import { decryptSingleDes } from './single-des.ts';
import { hashWork, octetWork } from './work.ts';

type DecryptCbc = typeof decryptSingleDes;

/** RFC 8018 section 6.1: RC2 with all 64 bits of its key. */
const decryptRc2Of64: DecryptCbc = (key, iv, data) => decryptRc2(key, 64, iv, data);

/** RFC 8018 appendix A.3, without the two of MD2, by object identifier. */
const schemes: Readonly<Record<string, { hash: 'MD5' | 'SHA-1'; cipher: 'des' | 'rc2' }>> = {
  [oid.pbeWithMd5AndDesCbc]: { hash: 'MD5', cipher: 'des' },
  [oid.pbeWithMd5AndRc2Cbc]: { hash: 'MD5', cipher: 'rc2' },
  [oid.pbeWithSha1AndDesCbc]: { hash: 'SHA-1', cipher: 'des' },
  [oid.pbeWithSha1AndRc2Cbc]: { hash: 'SHA-1', cipher: 'rc2' },
};

const ciphers: Readonly<Record<'des' | 'rc2', DecryptCbc>> = {
  des: decryptSingleDes,
  rc2: decryptRc2Of64,
};

/**
 * PBES1 (RFC 8018 section 6.1), with its PBKDF1: the key and the initial vector are the first and
 * the second eight octets of an iterated hash.
 *
 * @throws DerError
 * @throws FirmaError `too_many_iterations`
 */
export function readPbes1(
  id: string,
  parameters: DerNode | undefined,
): EncryptionScheme | undefined {
  const scheme = schemes[id];
  if (!scheme) return undefined;
  const { hash, cipher } = scheme;
  const { salt, iterations } = readPbeParameters(parameters);
  return {
    iterations: (iterations + saltBlocks(salt)) * hashWork[hash],
    octetWork: octetWork[cipher],
    passwordForm: 'octets',
    blockLength: 8,
    decrypt: async (password, encrypted) => {
      const salted = new Uint8Array(password.length + salt.length);
      salted.set(password);
      salted.set(salt, password.length);
      const derived = iterateHash(hash, salted, iterations);
      return ciphers[cipher](derived.subarray(0, 8), derived.subarray(8, 16), encrypted);
    },
  };
}
