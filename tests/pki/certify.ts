import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Authority } from './authority.ts';
import {
  bitString,
  der,
  explicit,
  extension,
  generalizedTime,
  integer,
  objectId,
  sequence,
  type WrittenExtension,
} from './der.ts';

/** Names of algorithms of RFC 4055 and RFC 5758. */
export const algorithms = {
  'RSA-SHA1': { id: '1.2.840.113549.1.1.5', hash: 'sha1' },
  'RSA-SHA256': { id: '1.2.840.113549.1.1.11', hash: 'sha256' },
  'RSA-SHA384': { id: '1.2.840.113549.1.1.12', hash: 'sha384' },
  'RSA-SHA512': { id: '1.2.840.113549.1.1.13', hash: 'sha512' },
  'ECDSA-SHA256': { id: '1.2.840.10045.4.3.2', hash: 'sha256' },
  'ECDSA-SHA384': { id: '1.2.840.10045.4.3.3', hash: 'sha384' },
  'ECDSA-SHA512': { id: '1.2.840.10045.4.3.4', hash: 'sha512' },
} as const;

export type AlgorithmName = keyof typeof algorithms;

/** Who signs, and by which name. */
export interface SigningParty {
  /** DER of the Name. */
  name: Uint8Array;
  key: KeyObject;
}

export interface CertificateText {
  issuer: SigningParty;
  commonName: string;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  serialNumber?: readonly number[];
  notBefore: Date;
  notAfter: Date;
  extensions: readonly WrittenExtension[];
  algorithm?: AlgorithmName;
  /** What is written inside of what is signed, where that is another. */
  innerAlgorithm?: AlgorithmName;
}

/** A certificate word by word, also one that no tool would make. DER. */
export function certify(text: CertificateText): Buffer {
  const { issuer, publicKey, extensions, algorithm = 'RSA-SHA256' } = text;
  const { id, hash } = algorithms[algorithm];
  const identifier = sequence(objectId(id));
  const inner = sequence(objectId(algorithms[text.innerAlgorithm ?? algorithm].id));
  const tbs = sequence(
    explicit(0, integer(2)),
    integer(...(text.serialNumber ?? [0x51])),
    inner,
    issuer.name,
    sequence(generalizedTime(text.notBefore), generalizedTime(text.notAfter)),
    nameOf(text.commonName),
    publicKey,
    explicit(3, sequence(...extensions.map(extension))),
  );
  return sequence(tbs, identifier, bitString(sign(hash, tbs, issuer.key)));
}

/** A Name with nothing but a common name. */
export function nameOf(commonName: string): Buffer {
  const attribute = sequence(objectId('2.5.4.3'), der(0x0c, Buffer.from(commonName)));
  return sequence(der(0x31, attribute));
}

/** An authority of the hierarchy as it signs. */
export function partyOf(authority: Authority): SigningParty {
  return {
    name: subjectOf(authority.readCertificate()),
    key: createPrivateKey(readFileSync(authority.keyPath)),
  };
}

/** DER of the subject, found by counting the elements of a TBSCertificate. */
function subjectOf(certificate: Uint8Array): Buffer {
  const tbs = elementsOf(elementsOf(Buffer.from(certificate))[0] ?? Buffer.of());
  return tbs[5] ?? Buffer.of();
}

/** The elements inside of one. */
export function elementsOf(element: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let rest = contentOf(element).content; rest.length > 0;) {
    const { whole } = contentOf(rest);
    found.push(whole);
    rest = rest.subarray(whole.length);
  }
  return found;
}

function contentOf(bytes: Buffer): { content: Buffer; whole: Buffer } {
  const first = bytes[1] ?? 0;
  const count = first < 0x80 ? 0 : first & 0x7f;
  const length = count === 0 ? first : bytes.readUIntBE(2, count);
  const start = 2 + count;
  return {
    content: bytes.subarray(start, start + length),
    whole: bytes.subarray(0, start + length),
  };
}

/** SubjectPublicKeyInfo of a certificate, DER. */
export function publicKeyOf(certificate: Uint8Array): Buffer {
  return new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
}
