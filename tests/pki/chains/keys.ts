import { constants, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { bits, integer, nothing, oid, sequence, tagged, type Der } from './der.ts';

/** Who can sign: a key pair and how it signs. */
export interface TestKey {
  privateKey: KeyObject;
  spki: Der;
  /** AlgorithmIdentifier of its signatures. */
  algorithm: Der;
  sign(data: Uint8Array): Buffer;
}

type Hash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

const rsaNumbers: Record<Hash, string> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha224: '1.2.840.113549.1.1.14',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};
const ecNumbers: Record<Hash, string> = {
  md5: '1.2.840.10045.4.9',
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};
const hashNumbers: Partial<Record<Hash, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

export function ecKey(
  curve: 'P-256' | 'P-384' | 'P-521' = 'P-256',
  hash: Hash = 'sha256',
): TestKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  return ecWith(privateKey, hash);
}

/** The same key of an elliptic curve with another hash. */
export function ecWith(privateKey: KeyObject, hash: Hash): TestKey {
  return testKey(privateKey, sequence(oid(ecNumbers[hash])), (data) =>
    sign(hash, data, privateKey),
  );
}

export function rsaKey(
  modulusLength = 2048,
  hash: Hash = 'sha256',
  publicExponent = 65_537,
): TestKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent });
  return rsaWith(privateKey, hash);
}

/** The same RSA key with another hash. */
export function rsaWith(privateKey: KeyObject, hash: Hash): TestKey {
  return testKey(privateKey, sequence(oid(rsaNumbers[hash]), nothing), (data) =>
    sign(hash, data, privateKey),
  );
}

export interface PssForm {
  hash: Hash;
  saltLength: number;
  /** Of the mask; like `hash` unless told. */
  maskHash?: Hash;
}

/** The same RSA key with RSA-PSS. */
export function pssWith(privateKey: KeyObject, form: PssForm): TestKey {
  const { hash, saltLength } = form;
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return testKey(privateKey, sequence(oid('1.2.840.113549.1.1.10'), pssParameters(form)), (data) =>
    sign(hash, data, { key: privateKey, padding, saltLength }),
  );
}

function pssParameters({ hash, saltLength, maskHash = hash }: PssForm): Der {
  const identifier = (name: Hash) => sequence(oid(hashNumbers[name] ?? ''), nothing);
  return sequence(
    tagged(0, identifier(hash)),
    tagged(1, sequence(oid('1.2.840.113549.1.1.8'), identifier(maskHash))),
    tagged(2, integer(saltLength)),
  );
}

/** A public key of RSA that nobody has the private one of, with an odd modulus of so many octets. */
export function rsaSpki(octets: number, exponent: number): Der {
  const modulus = new Uint8Array(octets + 1).fill(0xc5, 1);
  const algorithm = sequence(oid('1.2.840.113549.1.1.1'), nothing);
  return sequence(algorithm, bits(sequence(encodeDer(2, modulus), integer(exponent))));
}

/** The same RSA key, said to be for RSA-PSS alone, and so if told. */
export function boundToPss(key: TestKey, form?: PssForm): TestKey {
  const number = oid('1.2.840.113549.1.1.10');
  const algorithm = form ? sequence(number, pssParameters(form)) : sequence(number);
  const text = Buffer.from(key.spki).toString('hex');
  const found = text.indexOf('0382');
  return {
    ...key,
    spki: sequence(algorithm, new Uint8Array(Buffer.from(text.slice(found), 'hex'))),
  };
}

function testKey(privateKey: KeyObject, algorithm: Der, signs: TestKey['sign']): TestKey {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { privateKey, spki: new Uint8Array(spki), algorithm, sign: signs };
}
