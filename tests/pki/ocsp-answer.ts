import { createHash, sign, type KeyObject } from 'node:crypto';
import { algorithms, elementsOf, publicKeyOf, type AlgorithmName } from './certify.ts';
import {
  bitString,
  der,
  explicit,
  extension,
  generalizedTime,
  integer,
  objectId,
  octetString,
  sequence,
  type WrittenExtension,
} from './der.ts';

const hashIds = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha512: '2.16.840.1.101.3.4.2.3',
};

/** What is said of one certificate. */
export interface WrittenSingle {
  certificate: Uint8Array;
  issuer: Uint8Array;
  hash?: keyof typeof hashIds;
  status: 'good' | 'unknown' | { revokedAt: Date; reason?: number };
  thisUpdate: Date;
  nextUpdate?: Date;
  extensions?: readonly WrittenExtension[];
}

export interface WrittenAnswer {
  status?: number;
  responseType?: string;
  version?: number;
  /** DER of a Name, or a certificate whose key is named by its hash. */
  responder: { name: Uint8Array } | { keyOf: Uint8Array };
  producedAt: Date;
  singles: readonly WrittenSingle[];
  extensions?: readonly WrittenExtension[];
  certificates?: readonly Uint8Array[];
  key: KeyObject;
  algorithm?: AlgorithmName;
}

/** The extension that repeats a nonce. */
export const nonceExtension = (nonce: Uint8Array): WrittenExtension => ({
  id: '1.3.6.1.5.5.7.48.1.2',
  value: octetString(nonce),
});

/** An OCSPResponse word by word (RFC 6960 section 4.2.1), also one that no responder would give. */
export function writeOcspAnswer(answer: WrittenAnswer): Buffer {
  const { status = 0, responseType = '1.3.6.1.5.5.7.48.1.1', version, responder } = answer;
  const { extensions = [], certificates = [], algorithm = 'RSA-SHA256' } = answer;
  const { id, hash } = algorithms[algorithm];
  const data = sequence(
    ...(version === undefined ? [] : [explicit(0, integer(version))]),
    'name' in responder
      ? explicit(1, responder.name)
      : explicit(2, octetString(keyHash('sha1', responder.keyOf))),
    generalizedTime(answer.producedAt),
    sequence(...answer.singles.map(writeSingle)),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions.map(extension)))] : []),
  );
  const basic = sequence(
    data,
    sequence(objectId(id)),
    bitString(sign(hash, data, answer.key)),
    ...(certificates.length > 0 ? [explicit(0, sequence(...certificates))] : []),
  );
  const bytes = sequence(objectId(responseType), octetString(basic));
  return sequence(der(0x0a, Buffer.of(status)), explicit(0, bytes));
}

function writeSingle({ status, thisUpdate, nextUpdate, extensions = [], ...id }: WrittenSingle) {
  return sequence(
    writeCertId(id),
    writeStatus(status),
    generalizedTime(thisUpdate),
    ...(nextUpdate ? [explicit(0, generalizedTime(nextUpdate))] : []),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions.map(extension)))] : []),
  );
}

function writeCertId({
  certificate,
  issuer,
  hash = 'sha1',
}: Pick<WrittenSingle, 'certificate' | 'issuer' | 'hash'>) {
  const [tbs = Buffer.of()] = elementsOf(Buffer.from(certificate));
  const [, serial = Buffer.of(), , issuerName = Buffer.of()] = elementsOf(tbs);
  return sequence(
    sequence(objectId(hashIds[hash]), der(0x05)),
    octetString(createHash(hash).update(issuerName).digest()),
    octetString(keyHash(hash, issuer)),
    serial,
  );
}

function writeStatus(status: WrittenSingle['status']): Buffer {
  if (status === 'good') return der(0x80);
  if (status === 'unknown') return der(0x82);
  const { revokedAt, reason } = status;
  return der(
    0xa1,
    generalizedTime(revokedAt),
    ...(reason === undefined ? [] : [explicit(0, der(0x0a, Buffer.of(reason)))]),
  );
}

/** Of the octets of the key of a certificate, without the count of unused bits. */
function keyHash(hash: keyof typeof hashIds, certificate: Uint8Array): Buffer {
  const [, key = Buffer.of()] = elementsOf(publicKeyOf(certificate));
  const headerLength =
    key.length -
    (key.readUInt8(1) < 0x80 ? key.readUInt8(1) : key.readUIntBE(2, key.readUInt8(1) & 0x7f));
  return createHash(hash)
    .update(key.subarray(headerLength + 1))
    .digest();
}
