import { createHmac, createPrivateKey, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { oid } from '../../src/certificate/asn1/oid.ts';
import { openPkcs12, type Bytes } from '../../src/certificate/index.ts';
import {
  encodeAlgorithm,
  encodedNull,
  encodeInteger,
} from '../../src/certificate/asn1/encode-values.ts';
import { hashOid } from '../../src/certificate/asn1/hash-oid.ts';
import { pkcs12Oid } from '../../src/certificate/pkcs12/pkcs12-oid.ts';
import {
  bag,
  clearSafe,
  data,
  exportPkcs12,
  pemFiles,
  pfxAround,
  type PemFiles,
} from './pkcs12.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();
let files: PemFiles;

beforeAll(async () => {
  files = await pemFiles(pki());
});

const few = ['-iter', '3'];
const tripleDes = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', ...few];
const noMac = ['-nomac', '-certpbe', 'AES-256-CBC', ...few];

/** Made with a password of these octets, whatever they encode. */
const exportWithOctets = async (name: string, octets: Uint8Array, args: readonly string[]) => {
  const file = join(files.directory, `${name}.password`);
  await writeFile(file, octets);
  return exportPkcs12(files, '', args, `file:${file}`);
};
const codeOf = (bytes: Bytes, typed: string) => codeOfFailure(() => openPkcs12(bytes, typed));

describe('passwords beyond ASCII', () => {
  const passwords = ['contraseña', 'pingüino €', 'clave 🔑', 'x'.repeat(400), '  '];

  test.each(passwords)('%j, with every cipher', async (password) => {
    for (const args of [few, tripleDes, [...tripleDes, '-nomac'], noMac]) {
      const bytes = await exportPkcs12(files, password, args);
      const opened = await openPkcs12(bytes, password);
      expect(opened.passwordEncoding).toBe('utf-8-nfc');
      expect(opened.keys).toHaveLength(1);
      expect(await codeOf(bytes, `${password.slice(0, -1)}?`)).toBe('wrong_password');
    }
  });

  test('typed on a Mac, in parts, it is the same password', async () => {
    const bytes = await exportPkcs12(files, 'contraseña', few);
    const opened = await openPkcs12(bytes, 'contraseña'.normalize('NFD'));
    expect(opened.passwordEncoding).toBe('utf-8-nfc');
  });

  test.each([
    ['utf-8-nfd, with PBES2', 'utf-8-nfd', Buffer.from('contrasen\u0303a'), few],
    ['utf-8-nfd, with 3DES', 'utf-8-nfd', Buffer.from('contrasen\u0303a'), tripleDes],
    ['latin-1, with PBES2', 'latin-1', Buffer.from('contraseña', 'latin1'), few],
    ['latin-1, with PBES2 and no MAC', 'latin-1', Buffer.from('contraseña', 'latin1'), noMac],
    ['3DES of OpenSSL before 1.1', 'utf-8-octets', Buffer.from('contraseÃ±a'), tripleDes],
  ])('%s: the encoding is found and told', async (name, encoding, octets, args) => {
    const bytes = await exportWithOctets(name, octets, args);
    const opened = await openPkcs12(bytes, 'contraseña');
    expect(opened.passwordEncoding).toBe(encoding);
    expect(opened.keys.map(({ passwordEncoding }) => passwordEncoding)).toEqual([encoding]);
  });

  test('a proved password whose form cannot be paid for is no damage: too_many_iterations', async () => {
    const octets = Buffer.from('contraseña', 'latin1');
    const bytes = await exportWithOctets('unpaid', octets, [...few, '-macalg', 'sha1']);
    const code = (iterations: number) =>
      codeOfFailure(() => openPkcs12(bytes, 'contraseña', { iterations }));
    // 4.5 for the MAC, and 1.5 for each try of PBES2
    expect(await code(6)).toBe('too_many_iterations');
    expect(await code(100)).toBeUndefined();
  });

  test('PBES2 under the BMPString, as NSS had it', async () => {
    const key = createPrivateKey(readFileSync(files.key)).export({
      ...{ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc' },
      passphrase: Buffer.from('\0c\0l\0a\0v\0e\0\0', 'latin1'),
    });
    const bytes = pfxAround(clearSafe(bag(pkcs12Oid.pkcs8ShroudedKeyBag, Uint8Array.from(key))));
    expect((await openPkcs12(bytes, 'clave')).keys).toHaveLength(1);
    expect(await codeOf(bytes, 'clavf')).toBe('wrong_password');
  });
});

describe('nothing typed', () => {
  test.each([
    ['with a MAC', few],
    ['3DES', tripleDes],
    ['without MAC', noMac],
  ])('an empty password: %s', async (_, args) => {
    const bytes = await exportPkcs12(files, '', args);
    expect((await openPkcs12(bytes, '')).keys).toHaveLength(1);
    expect(await codeOf(bytes, ' ')).toBe('wrong_password');
  });

  test('no password at all, which is not an empty one', async () => {
    const bytes = pfxAround(clearSafe(), new Uint8Array());
    expect((await openPkcs12(bytes, '')).isEncrypted).toBe(true);
    expect(await codeOf(bytes, 'a')).toBe('wrong_password');
  });
});

describe('PBMAC1', () => {
  const content = encodeDer(0x30, data(encodeDer(0x30)));
  const pbmac1 = (
    options: { keyLength?: number; iterations?: number; hmac?: string } = {},
  ): Bytes => {
    const { keyLength = 32, iterations = 5, hmac = pkcs12Oid.hmacWithSha256 } = options;
    const salt = Buffer.from('salt of it');
    const key = pbkdf2Sync('contraseña', salt, iterations, keyLength, 'sha256');
    const sha256 = encodeAlgorithm(pkcs12Oid.hmacWithSha256, encodedNull);
    const derivation = encodeDer(
      0x30,
      encodeDer(0x04, salt),
      encodeInteger(iterations > 9 ? 1e9 : iterations),
      ...(keyLength > 0 ? [encodeInteger(keyLength)] : []),
      sha256,
    );
    const parameters = encodeDer(
      0x30,
      encodeAlgorithm(oid.pbkdf2, derivation),
      encodeAlgorithm(hmac, encodedNull),
    );
    const digest = createHmac('sha256', key).update(content).digest();
    const digestInfo = encodeDer(
      0x30,
      encodeAlgorithm(pkcs12Oid.pbmac1, parameters),
      encodeDer(0x04, digest),
    );
    const macData = encodeDer(0x30, digestInfo, encodeDer(0x04, salt), encodeInteger(1));
    return encodeDer(0x30, encodeInteger(3), data(content), macData);
  };

  test('the password in UTF-8 proves it, another does not', async () => {
    expect(await openPkcs12(pbmac1(), 'contraseña')).toMatchObject({ isEncrypted: true });
    expect(await codeOf(pbmac1(), 'contrasena')).toBe('wrong_password');
  });

  test('a key too short to protect, or of no given length: not_a_pkcs12', async () => {
    expect(await codeOf(pbmac1({ keyLength: 16 }), 'contraseña')).toBe('not_a_pkcs12');
    expect(await codeOf(pbmac1({ keyLength: 0 }), 'contraseña')).toBe('not_a_pkcs12');
  });

  test('an unknown HMAC: unsupported_key', async () => {
    expect(await codeOf(pbmac1({ hmac: hashOid.sha1 }), 'contraseña')).toBe('unsupported_key');
  });

  test('1,000,000,000 iterations: too_many_iterations', async () => {
    expect(await codeOf(pbmac1({ iterations: 10 }), 'contraseña')).toBe('too_many_iterations');
  });
});
