import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  identifyFile,
  readCertificate,
  type FileFormat,
  type FileIdentity,
  type FileKind,
} from '../../src/certificate/index.ts';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import type { Bytes } from '../../src/certificate/asn1/der.ts';
import { makeZip } from './make-zip.ts';
import { oddCertificate } from './odd-certificate.ts';
import { codeOfFailure } from './pki.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : new Uint8Array(content);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const pem = (label: string, body = 'MAA=') =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

const error503 = '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>';

describe('pages of the web', () => {
  test.each<[string, string | Uint8Array]>([
    ['with a byte order mark and blanks before', '\ufeff \r\n<!DOCTYPE HTML><title>Error</title>'],
    ['without doctype', '<html><body>'],
    ['of an error of the server', error503],
    ['of XHTML', '<?xml version="1.0"?>\n<html xmlns="">'],
    ['of XHTML with a doctype', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C">\n<html>'],
    ['after comments', '<!-- generado -->\n<!-- 2 -->\n<html>'],
    ['that begins with an endless comment', `<!-- ${'x'.repeat(9000)}`],
    ['that begins with a script', '<script>location.href="/"</script>'],
    ['of a few words', '<h1>Acceso denegado</h1>'],
    ['in UTF-16', utf16('<!doctype html><html>')],
    ['that shows a certificate', `<html><pre>${pem('CERTIFICATE')}</pre>`],
  ])('%s', (_, content) => {
    expect(identifyFile(bytesOf(content))).toEqual({ kind: 'html' });
  });
});

describe('what people pick by mistake', () => {
  test.each<[string, string | Uint8Array, FileFormat]>([
    ['a PDF', '%PDF-1.7', 'pdf'],
    ['a PDF with a certificate in it', `%PDF-1.7\n${pem('CERTIFICATE')}`, 'pdf'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image'],
    ['a JPEG', hex('ffd8ffe000104a464946'), 'image'],
    ['a photograph of a telephone', latin1('\0\0\0\x18ftypheic'), 'image'],
    ['a film', latin1('\0\0\0\x18ftypmp42'), 'audio_or_video'],
    ['a document of old Word', hex('d0cf11e0a1b11ae1000000'), 'office'],
    [
      'a document of Word',
      makeZip([{ name: '[Content_Types].xml', content: latin1('x') }]),
      'office',
    ],
    ['a document of LibreOffice', makeZip([{ name: 'mimetype', content: latin1('x') }]), 'office'],
    ['a RAR', latin1('Rar!\x1a\x07\x01\0'), 'rar_or_7z'],
    ['a 7z', hex('377abcaf271c0004'), 'rar_or_7z'],
    ['a shortcut', hex('4c0000000114020000000000c000000000000046'), 'shortcut'],
    ['a shortcut to a page', '[InternetShortcut]\r\nURL=https://sat.gob.mx/', 'shortcut'],
    ['a program', latin1('MZ\x90\0\x03\0'), 'program'],
    ['a keystore of Java', hex('feedfeed00000002'), 'java_keystore'],
    ['a note of iCloud', latin1('bplist00\xd1\x01\x02'), 'cloud_placeholder'],
    ['nothing but zeros', new Uint8Array(1500), 'cloud_placeholder'],
    ['one zero', new Uint8Array(1), 'cloud_placeholder'],
    ['nothing but blanks', ' \r\n\t\n', 'blank'],
    ['a byte order mark alone', '\ufeff', 'blank'],
    ['an invoice', '<?xml version="1.0"?><cfdi:Comprobante/>', 'xml'],
    ['an answer of a server', '{"error":"Sesión expirada","codigo":401}', 'json'],
    ['a list', '[{"id": 1}]', 'json'],
    ['a certificate inside JSON', `{"cert": "${pem('CERTIFICATE')}"}`, 'json'],
    ['a line of an error', 'Error 500: no fue posible generar el certificado.', 'text'],
    ['a password', 'contraseña', 'text'],
    ['a password in Latin-1', latin1('mi contraseña del sat'), 'text'],
    ['a number of the telephone', '0155 5241 0200', 'text'],
    ['text in UTF-16', utf16('contraseña'), 'text'],
    ['a message', 'Received: from mx.sat.gob.mx\r\nSubject: e.firma\r\n\r\n', 'email'],
    ['a public key', pem('PUBLIC KEY'), 'public_key'],
    ['a key of OpenSSH', pem('OPENSSH PRIVATE KEY'), 'openssh_key'],
    ['a public key of OpenSSH', 'ssh-rsa AAAAB3NzaC1yc2E= yo@casa', 'openssh_key'],
    ['a message of PGP', pem('PGP MESSAGE'), 'pgp'],
    ['a PEM of something else', pem('DH PARAMETERS'), 'text'],
  ])('%s', (_, content, format) => {
    expect(identifyFile(bytesOf(content))).toEqual({ kind: 'unknown', format });
  });

  test.each<[string, string | Uint8Array, FileIdentity]>([
    ['0 bytes', '', { kind: 'empty' }],
    ['a ZIP', makeZip([{ name: 'a.cer', content: latin1('x') }]), { kind: 'zip' }],
    ['an empty ZIP', 'PK\x05\x06', { kind: 'zip' }],
    ['random octets', hex('81fe9a00c3'), { kind: 'unknown' }],
    ['the first byte of DER', hex('30'), { kind: 'truncated' }],
    ['a header that is cut', hex('3082'), { kind: 'truncated' }],
    ['an empty SEQUENCE', hex('3000'), { kind: 'unknown', declaredLength: 2 }],
    ['four gigabytes', hex('3084ffffffff3003'), { kind: 'truncated', declaredLength: 0x100000005 }],
    ['a length of five octets', hex('30850100000000'), { kind: 'unknown' }],
  ])('%s', (_, content, identity) => {
    expect(identifyFile(bytesOf(content))).toEqual(identity);
  });
});

describe('PEM that does not hold what it says', () => {
  const begins = (beginsLike: FileKind): FileIdentity => ({ kind: 'unknown', beginsLike });

  test.each<[string, string, FileIdentity]>([
    [
      'cut off',
      '-----BEGIN CERTIFICATE-----\nMIIF',
      { kind: 'truncated', beginsLike: 'pem_certificate' },
    ],
    ['cut off before its label ends', '-----BEGIN CERTIF', { kind: 'unknown', format: 'text' }],
    ['hollow', pem('CERTIFICATE'), begins('pem_certificate')],
    ['a hollow key', pem('ENCRYPTED PRIVATE KEY'), begins('pem_private_key')],
    ['a hollow request', pem('NEW CERTIFICATE REQUEST'), begins('certificate_request')],
    [
      'with other letters between the lines',
      pem('CERTIFICATE', 'MII¡hola!'),
      { ...begins('pem_certificate'), damage: 'mangled_text' },
    ],
    [
      'quoted for mail',
      pem('PRIVATE KEY', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA=\n=3D=3D'),
      { kind: 'pem_private_key' },
    ],
  ])('%s', (_, content, identity) => {
    expect(identifyFile(bytesOf(content))).toEqual(identity);
  });

  test('a key of the old kind has its own password', () => {
    const body = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,00\n\nMAA=';
    expect(identifyFile(bytesOf(pem('RSA PRIVATE KEY', body))).kind).toBe('pem_private_key');
  });
});

describe('hostile bytes end in a kind, and in facts or not_a_certificate', () => {
  const certificate = oddCertificate();
  const judge = async (bytes: Uint8Array) => {
    expect(identifyFile(bytes).kind).toMatch(/^[a-z0-9_]+$/);
    expect([undefined, 'not_a_certificate']).toContain(
      await codeOfFailure(() => readCertificate(bytes)),
    );
  };
  const nested = (tag: number, depth: number) => {
    let bytes: Bytes = encodeDer(0x05);
    for (let level = 0; level < depth; level++) bytes = encodeDer(tag, bytes);
    return bytes;
  };
  const repeated = (length: number, octets: string): Bytes =>
    new Uint8Array(Buffer.alloc(length, octets, 'hex'));
  const megabytes = (octets: string) => repeated(2 ** 21, octets);

  test.each<[string, () => Uint8Array]>([
    ['10,000 SEQUENCEs in one another', () => nested(0x30, 10_000)],
    ['10,000 explicit tags', () => nested(0xa0, 10_000)],
    ['a million indefinite lengths', () => megabytes('3080')],
    [
      'a million indefinite lengths, closed',
      () => new Uint8Array(Buffer.concat([repeated(2 ** 20, '3080'), new Uint8Array(2 ** 20)])),
    ],
    ['2 MB of 30', () => megabytes('30')],
    ['2 MB of NULL in a SEQUENCE', () => encodeDer(0x30, megabytes('0500'))],
    ['2 MB of zeros', () => new Uint8Array(2 ** 21)],
    ['2 MB of line feeds', () => new Uint8Array(2 ** 21).fill(10)],
    ['2 MB between PEM lines', () => bytesOf(pem('CERTIFICATE', 'A'.repeat(2 ** 21)))],
    ['2 MB of BEGIN', () => bytesOf('-----BEGIN CERTIFICATE-----'.repeat(80_000))],
    ['2 MB of dashes', () => new Uint8Array(2 ** 21).fill(0x2d)],
    ['2 MB of blanks in a PEM line', () => bytesOf(`-----BEGIN ${' '.repeat(2 ** 21)}`)],
    ['2 MB of base64', () => bytesOf(`MII${'A'.repeat(2 ** 21)}`)],
    ['2 MB of brackets', () => new Uint8Array(2 ** 21).fill(0x5b)],
    ['2 MB of open comments', () => bytesOf('<!-- -->'.repeat(2 ** 18))],
    ['2 MB of replacement characters', () => bytesOf(`0${'\ufffd'.repeat(700_000)}`)],
    [
      '2 MB of BMPString in a name',
      () =>
        oddCertificate({
          subject: nameOf(encodeDer(0x1e, megabytes('30'))),
        }),
    ],
    [
      '2 MB of UTF8String in a name',
      () =>
        oddCertificate({
          subject: nameOf(encodeDer(0x0c, megabytes('41'))),
        }),
    ],
    [
      '2 MB of OBJECT IDENTIFIER',
      () =>
        oddCertificate({
          algorithm: encodeDer(0x30, encodeDer(0x06, megabytes('01'))),
        }),
    ],
  ])('%s', async (_, make) => judge(make()), 10_000);

  function nameOf(value: Bytes): Bytes {
    const type = Uint8Array.of(0x06, 3, 0x55, 4, 3);
    return encodeDer(0x30, encodeDer(0x31, encodeDer(0x30, type, value)));
  }

  test('any octets after any beginning', async () => {
    const prefixes = fc.constantFrom(
      ...['', '30', '3080', '308201', '30820100308200', '30800609', '308002010330', '2d2d2d2d2d'],
      ...['504b', 'efbbbf', 'fffe', 'feff', '30efbfbd', '30c282', '3c21', '4d4949', '0d0a3082'],
    );
    await fc.assert(
      fc.asyncProperty(prefixes, fc.uint8Array({ maxLength: 200 }), async (prefix, rest) => {
        await judge(Buffer.concat([Buffer.from(prefix, 'hex'), rest]));
      }),
      { numRuns: 4000 },
    );
  });

  test('a certificate with octets changed, put in or left out', async () => {
    const change = fc.tuple(
      fc.nat(certificate.length - 1),
      fc.uint8Array({ maxLength: 3 }),
      fc.nat(3),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const octets = [...certificate];
        for (const [at, inserted, removed] of changes) octets.splice(at, removed, ...inserted);
        await judge(Uint8Array.from(octets));
      }),
      { numRuns: 3000 },
    );
  });

  test('every length octet of a certificate, lying in every way', async () => {
    for (let at = 0; at < 260; at++) {
      for (const octet of [0, 0x7f, 0x80, 0x81, 0x84, 0xff]) {
        const lying = new Uint8Array(certificate);
        lying[at] = octet;
        await judge(lying);
      }
    }
  });
});
