import type { Bytes, DerNode } from '../asn1/der.ts';
import { oid } from '../asn1/oid.ts';
import type { EncryptionScheme } from './encryption-scheme.ts';
import { readPbeParameters } from './pbe-parameters.ts';
import { derivePkcs12, pkcs12Purposes, pkcs12Work } from './pkcs12-kdf.ts';
import { decryptRc2 } from './rc2.ts';
import { decryptTripleDes } from './triple-des.ts';
import { octetWork } from './work.ts';

interface Pkcs12Pbe {
  /** octets */
  keyLength: number;
  octetWork: number;
  decryptCbc: (key: Bytes, iv: Bytes, encrypted: Uint8Array) => Bytes | undefined;
}

/** RFC 7292 appendix C, without the two of RC4, by object identifier. */
const schemes: Readonly<Record<string, Pkcs12Pbe>> = {
  [oid.pbeWithShaAnd3KeyTripleDesCbc]: {
    keyLength: 24,
    octetWork: octetWork.des,
    decryptCbc: decryptTripleDes,
  },
  [oid.pbeWithShaAnd2KeyTripleDesCbc]: {
    keyLength: 16,
    octetWork: octetWork.des,
    decryptCbc: (key, iv, encrypted) =>
      decryptTripleDes(Uint8Array.of(...key, ...key.subarray(0, 8)), iv, encrypted),
  },
  [oid.pbeWithShaAnd128BitRc2Cbc]: {
    keyLength: 16,
    octetWork: octetWork.rc2,
    decryptCbc: (key, iv, encrypted) => decryptRc2(key, 128, iv, encrypted),
  },
  [oid.pbeWithShaAnd40BitRc2Cbc]: {
    keyLength: 5,
    octetWork: octetWork.rc2,
    decryptCbc: (key, iv, encrypted) => decryptRc2(key, 40, iv, encrypted),
  },
};

/**
 * What PKCS#12 enciphers with (RFC 7292 appendix C): key and initial vector of its own derivation,
 * with SHA-1.
 *
 * @throws DerError
 * @throws FirmaError `too_many_iterations`
 */
export function readPkcs12Pbe(
  id: string,
  parameters: DerNode | undefined,
): EncryptionScheme | undefined {
  const scheme = schemes[id];
  if (!scheme) return undefined;
  const { keyLength, decryptCbc, ...work } = scheme;
  const { salt, iterations } = readPbeParameters(parameters);
  const [hash, ivLength] = ['SHA-1', 8] as const;
  return {
    iterations:
      pkcs12Work({ hash, salt, iterations, length: keyLength }) +
      pkcs12Work({ hash, salt, iterations, length: ivLength }),
    ...work,
    passwordForm: 'bmp',
    blockLength: 8,
    decrypt: async (password, encrypted) => {
      const derive = (purpose: 1 | 2, length: number) =>
        derivePkcs12({ hash, password, salt, iterations, purpose, length });
      const key = derive(pkcs12Purposes.key, keyLength);
      return decryptCbc(key, derive(pkcs12Purposes.iv, ivLength), encrypted);
    },
  };
}
