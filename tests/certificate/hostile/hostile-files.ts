import { deflateRawSync } from 'node:zlib';
import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { makeZip } from '../make-zip.ts';
import { integer } from '../rsa-numbers.ts';

const octets = (hex: string) => Buffer.from(hex, 'hex');
const oid = (hex: string) => encodeDer(0x06, octets(hex));
const million = 1024 * 1024;
/** As much as a file may have and still be looked into. */
const full = 256 * 1024;

/** An encrypted key of the SAT's scheme around nothing. */
function keyWith(salt: Uint8Array, iterations: bigint, encrypted: Uint8Array): Uint8Array {
  const derivation = encodeDer(0x30, encodeDer(0x04, salt), integer(iterations));
  const pbkdf2 = encodeDer(0x30, oid('2a864886f70d01050c'), derivation);
  const cipher = encodeDer(0x30, oid('2a864886f70d0307'), encodeDer(0x04, new Uint8Array(8)));
  const scheme = encodeDer(0x30, oid('2a864886f70d01050d'), encodeDer(0x30, pbkdf2, cipher));
  return encodeDer(0x30, scheme, encodeDer(0x04, encrypted));
}

/** An encrypted key whose password goes through a hash in JavaScript (PBES1, PKCS#12). */
function oldKeyWith(scheme: string, iterations: bigint): Uint8Array {
  const parameters = encodeDer(0x30, encodeDer(0x04, new Uint8Array(8)), integer(iterations));
  const encrypted = encodeDer(0x04, new Uint8Array(64));
  return encodeDer(0x30, encodeDer(0x30, oid(scheme), parameters), encrypted);
}

/** A PKCS#8 in clear around eight numbers of so many octets that are those of no key. */
function plainKey(length: number): Uint8Array {
  const number = encodeDer(0x02, new Uint8Array(length).fill(0x7f));
  const numbers = Array.from({ length: 8 }, () => number);
  const key = encodeDer(0x04, encodeDer(0x30, integer(0n), ...numbers));
  const rsa = encodeDer(0x30, oid('2a864886f70d010101'), octets('0500'));
  return encodeDer(0x30, integer(0n), rsa, key);
}

const pemOf = (label: string, body: Uint8Array) =>
  Buffer.from(
    `-----BEGIN ${label}-----\n${Buffer.from(body).toString('base64')}\n-----END ${label}-----\n`,
  );
/** A ZIP without its last octets. */
const cutOff = (archive: Uint8Array) => archive.subarray(0, archive.length - 30);
const repeated = (hex: string, length: number) => Buffer.alloc(length, octets(hex));

/** Files that would take much memory if there were no bounds, by name. */
export function hostileFiles(): ReadonlyMap<string, Uint8Array> {
  const packed = deflateRawSync(Buffer.alloc(256 * million));
  const bomb = { content: new Uint8Array(), packed };
  return new Map<string, Uint8Array>([
    ['one-bomb.zip', makeZip([{ name: 'a.cer', ...bomb }])],
    ['three-bombs.zip', makeZip(['a', 'b', 'c'].map((name) => ({ name, ...bomb })))],
    ['cut-bombs.zip', cutOff(makeZip(['a', 'b', 'c'].map((name) => ({ name, ...bomb }))))],
    ['lying-bomb.zip', makeZip([{ name: 'a.cer', ...bomb, size: 1500 }])],
    [
      'many-names.zip',
      makeZip(
        Array.from({ length: 20_000 }, (_, index) => ({
          name: `${index}.cer`,
          content: new Uint8Array(),
          at: 0,
        })),
      ),
    ],
    ['nested.der', repeated('3080', full)],
    ['lengths.der', repeated('3084ffffffff', full)],
    ['wide.der', encodeDer(0x30, repeated('0500', full - 8))],
    [
      'wide-name.der',
      encodeDer(0x30, encodeDer(0x30, repeated('310b3009060355040313024d58', full))),
    ],
    ['begin-lines.pem', Buffer.alloc(full, '-----BEGIN CERTIFICATE-----\n')],
    ['long-block.pem', pemOf('CERTIFICATE', repeated('3082', full))],
    ['base64.txt', Buffer.alloc(full, 'MIIB')],
    ['iterations.key', keyWith(new Uint8Array(8), 1_000_000_000n, new Uint8Array(64))],
    ['most-iterations.key', keyWith(new Uint8Array(8), 1_000_000n, new Uint8Array(64))],
    ['most-md5.key', oldKeyWith('2a864886f70d010503', 640_000n)],
    ['most-pkcs12.key', oldKeyWith('2a864886f70d010c0103', 260_000n)],
    ['long-salt.key', keyWith(new Uint8Array(60_000), 1000n, new Uint8Array(64))],
    ['long.key', keyWith(new Uint8Array(8), 100n, new Uint8Array(64_000))],
    ['rsa-16384.key', plainKey(2048)],
    ['huge-rsa.key', plainKey(8000)],
    ['large.bin', new Uint8Array(8 * million)],
  ]);
}
