import { FirmaError } from '../../errors.ts';
import {
  DerError,
  expectTag,
  readDer,
  sequenceOf,
  tags,
  type Bytes,
  type DerNode,
} from '../asn1/der.ts';
import { oidValue, smallInteger } from '../asn1/der-values.ts';
import { aesKeyLengths, oid, prfHashes } from '../asn1/oid.ts';
import { decryptTripleDes } from './triple-des.ts';

/** A key file that a password protects, read but not opened. */
export interface EncryptedKey {
  hash: string;
  salt: Bytes;
  iterations: number;
  cipher: 'DES-EDE3-CBC' | 'AES-CBC';
  /** octets */
  keyLength: number;
  iv: Bytes;
  encrypted: Bytes;
}

/** The SAT asks for 2,048; more than this is an attack on the computer's time. */
const mostIterations = 1_000_000;

/**
 * Reads an EncryptedPrivateKeyInfo (RFC 5958 section 3) of the scheme PBES2 with PBKDF2 (RFC 8018
 * section 6.2). SAT keys are PBKDF2-HMAC-SHA1 with DES-EDE3-CBC; OpenSSL 3 writes AES-256.
 *
 * @throws DerError when it is none
 * @throws FirmaError `unsupported_key` for other algorithms, and for over a million iterations
 */
export function readEncryptedKey(der: Bytes): EncryptedKey {
  const [scheme, encrypted, extra] = sequenceOf(readDer(der));
  if (extra) throw new DerError('an encrypted key has two parts');
  const { content } = expectTag(encrypted, tags.octetString);
  const [algorithm, parameters] = sequenceOf(scheme);
  if (oidValue(algorithm) !== oid.pbes2) throw new FirmaError('unsupported_key');
  const [derivation, encryption] = sequenceOf(parameters);
  const key = { ...derivationOf(derivation), ...encryptionOf(encryption), encrypted: content };
  const block = key.cipher === 'AES-CBC' ? 16 : 8;
  if (key.iv.length !== block) throw new DerError('wrong initial vector');
  if (content.length === 0 || content.length % block !== 0) throw new DerError('half a block');
  if (key.declaredKeyLength !== undefined && key.declaredKeyLength !== key.keyLength) {
    throw new DerError('key length does not fit the cipher');
  }
  return key;
}

/**
 * Deciphers a key. In: the octets of the password. Out: octets that are perhaps a key, or
 * `undefined` when they certainly are none: a wrong password passes one time in 256.
 */
export async function decryptKey(key: EncryptedKey, password: Bytes): Promise<Bytes | undefined> {
  const { subtle } = globalThis.crypto;
  const { hash, salt, iterations, iv, encrypted } = key;
  const base = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const derived = await subtle.deriveBits(
    { name: 'PBKDF2', hash, salt, iterations },
    base,
    key.keyLength * 8,
  );
  if (key.cipher === 'DES-EDE3-CBC')
    return decryptTripleDes(new Uint8Array(derived), iv, encrypted);
  const aes = await subtle.importKey('raw', derived, 'AES-CBC', false, ['decrypt']);
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, aes, encrypted));
  } catch (error) {
    // What WebCrypto says of wrong padding.
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

function derivationOf(node: DerNode | undefined) {
  const [algorithm, parameters] = sequenceOf(node);
  if (oidValue(algorithm) !== oid.pbkdf2) throw new FirmaError('unsupported_key');
  const [salt, iterationCount, ...rest] = sequenceOf(parameters);
  if (salt?.tag !== tags.octetString) throw new FirmaError('unsupported_key');
  const iterations = smallInteger(iterationCount);
  if (iterations === 0) throw new DerError('no iterations');
  if (iterations > mostIterations) throw new FirmaError('unsupported_key');
  const keyLength = rest.find(({ tag }) => tag === tags.integer);
  const prf = rest.find(({ tag }) => tag === tags.sequence);
  const hash = prf ? prfHashes[oidValue(sequenceOf(prf)[0])] : 'SHA-1';
  if (!hash) throw new FirmaError('unsupported_key');
  const declaredKeyLength = keyLength && smallInteger(keyLength);
  return { salt: salt.content, iterations, hash, declaredKeyLength };
}

function encryptionOf(node: DerNode | undefined) {
  const [algorithm, parameters] = sequenceOf(node);
  const id = oidValue(algorithm);
  const aesKeyLength = aesKeyLengths[id];
  if (id !== oid.desEde3Cbc && !aesKeyLength) throw new FirmaError('unsupported_key');
  const cipher = aesKeyLength ? ('AES-CBC' as const) : ('DES-EDE3-CBC' as const);
  return {
    cipher,
    keyLength: aesKeyLength ?? 24,
    iv: expectTag(parameters, tags.octetString).content,
  };
}
