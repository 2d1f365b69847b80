import { DerError, expectTag, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { aesKeyLengths, oid } from '../asn1/oid.ts';
import { decryptAes } from './aes.ts';
import { readRc2Parameters } from './rc2-parameters.ts';
import { decryptRc2 } from './rc2.ts';
import { decryptSingleDes } from './single-des.ts';
import { decryptTripleDes } from './triple-des.ts';
import { octetWork } from './work.ts';

/** A cipher of PBES2, with the initial vector that its parameters name. */
interface Pbes2Cipher {
  /** octets */
  keyLength: number;
  blockLength: 8 | 16;
  octetWork: number;
  decrypt: (key: Bytes, encrypted: Uint8Array) => Promise<Bytes | undefined> | Bytes | undefined;
}

/** `declaredKeyLength` is what the derivation names; only RC2 has keys of several lengths. */
type ReadCipher = (
  parameters: DerNode | undefined,
  declaredKeyLength: number | undefined,
) => Pbes2Cipher;

/**
 * The ciphers of RFC 8018 appendix B.2, by object identifier, each as what reads its parameters.
 * They throw DerError, and RC2 FirmaError `unsupported_key`.
 */
export const pbes2Ciphers: Readonly<Record<string, ReadCipher>> = {
  [oid.desCbc]: cipherOf(8, 8, decryptSingleDes, octetWork.des),
  [oid.desEde3Cbc]: cipherOf(24, 8, decryptTripleDes, octetWork.des),
  [oid.rc2Cbc]: (parameters, declaredKeyLength) => {
    const { effectiveBits, keyLength, iv } = readRc2Parameters(parameters, declaredKeyLength);
    const decrypt = (key: Bytes, encrypted: Uint8Array) =>
      decryptRc2(key, effectiveBits, iv, encrypted);
    return { keyLength, blockLength: 8, octetWork: octetWork.rc2, decrypt };
  },
  ...Object.fromEntries(
    Object.entries(aesKeyLengths).map(([id, length]) => [
      id,
      cipherOf(length, 16, decryptAes, length === 24 ? octetWork.aes192 : octetWork.native),
    ]),
  ),
};

function cipherOf(
  keyLength: number,
  blockLength: 8 | 16,
  decryptCbc: (
    key: Bytes,
    iv: Bytes,
    encrypted: Uint8Array,
  ) => Promise<Bytes | undefined> | Bytes | undefined,
  work: number,
): ReadCipher {
  return (parameters) => {
    const { content: iv } = expectTag(parameters, tags.octetString);
    if (iv.length !== blockLength) throw new DerError('wrong initial vector');
    return {
      keyLength,
      blockLength,
      octetWork: work,
      decrypt: (key, encrypted) => decryptCbc(key, iv, encrypted),
    };
  };
}
