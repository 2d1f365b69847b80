import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { childrenOf, readDer, type Bytes, type DerNode } from '../../src/certificate/asn1/der.ts';
import { oid } from '../../src/certificate/asn1/oid.ts';
import {
  encodeAlgorithm,
  encodedNull,
  encodeInteger,
  encodeOid,
} from '../../src/certificate/asn1/encode-values.ts';
import { computeMac } from '../../src/certificate/pkcs12/mac.ts';
import { hashOid } from '../../src/certificate/asn1/hash-oid.ts';
import { pkcs12Oid } from '../../src/certificate/pkcs12/pkcs12-oid.ts';
import type { Pki } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';
import { asPem } from '../pki/pem.ts';

/** The PEM files that openssl makes .pfx of. */
export interface PemFiles {
  directory: string;
  key: string;
  certificate: string;
  authorities: string;
}

/** Writes the key of a person in clear, the certificate and its two ACs as PEM. */
export async function pemFiles({
  directory,
  credentials,
  authority,
  root,
}: Pki): Promise<PemFiles> {
  const { keyPath, password } = credentials.person;
  const files = {
    directory,
    key: join(directory, 'pfx.key.pem'),
    certificate: join(directory, 'pfx.cer.pem'),
    authorities: join(directory, 'pfx.authorities.pem'),
  };
  const key = ['pkey', '-inform', 'DER', '-in', keyPath, '-out', files.key];
  await openssl([...key, '-passin', 'env:PASSWORD'], { password });
  await writeFile(files.certificate, asPem(credentials.person.readCertificate()));
  await writeFile(
    files.authorities,
    [authority, root].map((ca) => asPem(ca.readCertificate())).join(''),
  );
  return files;
}

let made = 0;

/** A .pfx as `openssl pkcs12 -export` makes it, of key and certificate unless told. */
export async function exportPkcs12(
  files: PemFiles,
  password: string,
  args: readonly string[] = [],
  passwordSource = 'env:PASSWORD',
): Promise<Bytes> {
  const path = join(files.directory, `made-${++made}.pfx`);
  const inputs = args.includes('-in') ? [] : ['-in', files.certificate];
  const key = args.includes('-nokeys') ? [] : ['-inkey', files.key];
  await openssl(
    ['pkcs12', '-export', ...inputs, ...key, ...args, '-out', path, '-passout', passwordSource],
    { password },
  );
  return new Uint8Array(await readFile(path));
}

/** What openssl finds in a .pfx: serial numbers of the certificates, the modulus of the key. */
export async function opensslFinds(
  { directory }: PemFiles,
  pkcs12: Uint8Array,
  password: string,
): Promise<{ serialNumbers: string[]; modulus: string | undefined; listed: string }> {
  const path = join(directory, `judged-${++made}.pfx`);
  await writeFile(path, pkcs12);
  const listed = await openssl(['pkcs12', '-in', path, '-nodes', '-passin', 'env:PASSWORD'], {
    password,
  });
  const certificates = listed.match(/-----BEGIN CERTIFICATE[^]*?-----END CERTIFICATE-----/g) ?? [];
  const key = /-----BEGIN PRIVATE KEY[^]*?-----END PRIVATE KEY-----/.exec(listed)?.[0];
  return {
    serialNumbers: certificates.map((pem) => new X509Certificate(pem).serialNumber),
    modulus: key && createPrivateKey(key).export({ format: 'jwk' }).n,
    listed,
  };
}

/** Writes DER anew, each element by a rule; `undefined` leaves it as it is. */
export function rewriteDer(
  bytes: Bytes,
  rule: (node: DerNode, children: Bytes[] | undefined) => Bytes | undefined,
): Bytes {
  const rewrite = (node: DerNode): Bytes => {
    const children = (node.tag & 0x20) === 0 ? undefined : childrenOf(node).map(rewrite);
    return rule(node, children) ?? encodeDer(node.tag, ...(children ?? [node.content]));
  };
  return rewrite(readDer(bytes));
}

/**
 * The same value in BER: lengths left open, OCTET STRINGs in segments of segments, lengths with
 * more octets than they need. What OCTET STRINGs hold stays as it is.
 */
export function asBer(bytes: Bytes, segment = 100): Bytes {
  return rewriteDer(bytes, ({ tag, content }, children) => {
    if (children) return Uint8Array.from([tag, 0x80, ...children.flatMap(list), 0, 0]);
    if (tag !== 0x04 && tag !== 0x80) return overlong(tag, content);
    const segments: Bytes[] = [];
    for (let offset = 0; offset < content.length; offset += segment) {
      segments.push(overlong(0x04, content.subarray(offset, offset + segment)));
    }
    const inner = [0x24, 0x80, ...segments.flatMap(list), 0, 0];
    // An implicit tag takes the place of the outermost one.
    return Uint8Array.from([
      tag | 0x20,
      0x80,
      ...(tag === 0x04 ? inner : segments.flatMap(list)),
      0,
      0,
    ]);
  });
}

function overlong(tag: number, content: Bytes): Bytes {
  return Uint8Array.from([tag, 0x83, 0, content.length >> 8, content.length & 0xff, ...content]);
}

function list(bytes: Uint8Array): number[] {
  return Array.from(bytes);
}

/** A PFX around an AuthenticatedSafe, with a right MAC when there is a password in BMP form for it. */
export function pfxAround(authenticatedSafe: Bytes, macPassword?: Bytes): Bytes {
  const salt = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const macData = (password: Bytes) => {
    const derivation = { hash: 'SHA-1', salt, iterations: 1, password } as const;
    const digest = encodeDer(0x04, computeMac(derivation, authenticatedSafe));
    const digestInfo = encodeDer(0x30, encodeAlgorithm(hashOid.sha1, encodedNull), digest);
    return encodeDer(0x30, digestInfo, encodeDer(0x04, salt));
  };
  const parts = [
    encodeInteger(3),
    data(authenticatedSafe),
    ...(macPassword ? [macData(macPassword)] : []),
  ];
  return encodeDer(0x30, ...parts);
}

export function contentInfo(type: string, content: Bytes): Bytes {
  return encodeDer(0x30, encodeOid(type), encodeDer(0xa0, content));
}

/** A ContentInfo of data. */
export function data(octets: Bytes): Bytes {
  return contentInfo(oid.data, encodeDer(0x04, octets));
}

export function certBag(der: Bytes): Bytes {
  const octets = encodeDer(0xa0, encodeDer(0x04, der));
  return bag(pkcs12Oid.certBag, encodeDer(0x30, encodeOid(pkcs12Oid.x509Certificate), octets));
}

/** A SafeBag without attributes. */
export function bag(bagId: string, value: Bytes): Bytes {
  return encodeDer(0x30, encodeOid(bagId), encodeDer(0xa0, value));
}

/** An AuthenticatedSafe of one part in clear. */
export function clearSafe(...bags: readonly Bytes[]): Bytes {
  return encodeDer(0x30, data(encodeDer(0x30, ...bags)));
}
