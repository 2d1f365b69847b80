import { describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import type { Bytes } from '../../src/certificate/asn1/der.ts';
import { readCertificate } from '../../src/certificate/index.ts';
import {
  algorithmDer,
  attributeDer,
  ecKeyDer,
  extensionDer,
  nameDer,
  oddCertificate,
  oidDer,
  rsaKeyDer,
  type OddParts,
} from './odd-certificate.ts';
import { codeOfFailure } from './pki.ts';

const read = (parts: OddParts) => readCertificate(oddCertificate(parts));
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const printable = (octets: Uint8Array) => encodeDer(0x13, octets);
const teletex = (text: string) => encodeDer(0x14, latin1(text));
const [cn, rfc, curp, o, ou] = ['2.5.4.3', '2.5.4.45', '2.5.4.5', '2.5.4.10', '2.5.4.11'];
const keyUsage = (...octets: number[]) =>
  extensionDer('2.5.29.15', encodeDer(0x03, Uint8Array.from(octets)));
const efirmaUsage = [keyUsage(3, 0xd8)];

describe('what is refused as no certificate', () => {
  const boolean = (octet: number) => encodeDer(0x01, Uint8Array.of(octet));
  const constraints = (value: Bytes) => extensionDer('2.5.29.19', encodeDer(0x30, value));
  const validity = (...times: Bytes[]) => encodeDer(0x30, ...times);
  const time = (text: string) => encodeDer(0x17, latin1(text));
  const nameOfLongType = (length: number) => {
    const type = encodeDer(0x06, new Uint8Array(length).fill(1));
    return encodeDer(0x30, encodeDer(0x31, encodeDer(0x30, type, encodeDer(0x0c))));
  };

  const sets = (count: number, ...content: Bytes[]) =>
    encodeDer(0x30, ...Array.from({ length: count }, () => encodeDer(0x31, ...content)));
  const country = attributeDer('2.5.4.6', 'MX');

  test.each<[string, OddParts]>([
    ['a name of more than 10,000 attributes', { subject: sets(10_001, country) }],
    ['as many in one set', { issuer: sets(1, ...Array.from({ length: 10_001 }, () => country)) }],
    ['a name of more than 10,000 empty sets', { subject: sets(10_001) }],
    [
      'an attribute of three parts',
      { subject: sets(1, encodeDer(0x30, oidDer(cn), country, country)) },
    ],
    ['an attribute that is no sequence', { issuer: sets(1, encodeDer(0x31, oidDer(cn), country)) }],
    ['an attribute without a value', { issuer: sets(1, encodeDer(0x30, oidDer(cn))) }],
    ['version 1', { version: encodeDer(0xa0, encodeDer(0x02, Uint8Array.of(0))) }],
    ['no version, which means 1', { version: new Uint8Array() }],
    ['a BER boolean', { extensions: [constraints(boolean(1))] }],
    ['an extension twice', { extensions: [keyUsage(3, 0xd8), keyUsage(3, 0xd8)] }],
    ['one date', { validity: validity(time('240101000000Z')) }],
    ['a date without seconds', { validity: validity(time('2401010000Z'), time('280101000000Z')) }],
    ['an RSA key of zero', { publicKey: rsaKeyDer(0) }],
    ['an RSA exponent of zero', { publicKey: rsaKeyDer(2048, Uint8Array.of(0)) }],
    ['an object identifier of 257 octets', { subject: nameOfLongType(257) }],
    ['a subject that is no list', { subject: encodeDer(0x04) }],
    ['a text cut in half', { subject: nameDer({ [cn]: encodeDer(0x1e, Uint8Array.of(0)) }) }],
  ])('%s', async (_, parts) => {
    expect(await codeOfFailure(() => read(parts))).toBe('not_a_certificate');
  });
});

describe('holder and issuer, however they are written', () => {
  const name = 'PEÑA & NÚÑEZ ASESORÍA S.C.';
  const mojibake = utf8(utf8(name).toString('latin1'));

  test.each<[string, Bytes]>([
    ['TeletexString with Latin-1 octets', teletex(name)],
    ['UTF8String', encodeDer(0x0c, utf8(name))],
    ['UTF-8 inside a PrintableString', printable(utf8(name))],
    ['UTF-8 inside an IA5String', encodeDer(0x16, utf8(name))],
    ['encoded twice', encodeDer(0x0c, mojibake)],
    ['encoded twice, inside a PrintableString', printable(mojibake)],
    ['BMPString', encodeDer(0x1e, Buffer.from(name, 'utf16le').swap16())],
    ['UniversalString', encodeDer(0x1c, utf32(name))],
  ])('%s', (_, value) => {
    const certificate = read({
      subject: nameDer({ [cn]: value, [o]: value }),
      issuer: nameDer({ [cn]: value, [o]: value, [ou]: value }),
    });
    expect(certificate.legalName).toBe(name);
    expect(certificate.issuer).toMatchObject({
      commonName: name,
      organization: name,
      organizationalUnit: name,
    });
    expect(certificate.subject.text).toBe(`CN=${name}, O=${name}`);
  });

  function utf32(text: string): Uint8Array {
    return Uint8Array.from([...text].flatMap((letter) => [0, 0, 0, letter.codePointAt(0) ?? 0]));
  }

  test('an RFC with Ñ and one with & in a PrintableString', () => {
    expect(read({ subject: nameDer({ [rfc]: printable(utf8('RAQÑ7701212M3')) }) }).rfc).toBe(
      'RAQÑ7701212M3',
    );
    expect(read({ subject: nameDer({ [rfc]: printable(latin1('RAQÑ7701212M3')) }) }).rfc).toBe(
      'RAQÑ7701212M3',
    );
    const { rfc: company, representative } = read({
      subject: nameDer({ [rfc]: teletex('H&E951128469 / XOJI740919U48') }),
    });
    expect([company, representative]).toEqual(['H&E951128469', { rfc: 'XOJI740919U48' }]);
  });

  test('the order of the attributes makes no difference', () => {
    const attributes = { [curp]: ' / XOJI740919MQTDMN02', [rfc]: 'H&E951128469 / XOJI740919U48' };
    const holder = { rfc: 'H&E951128469', legalName: 'HERRERIA' };
    const representative = { rfc: 'XOJI740919U48', curp: 'XOJI740919MQTDMN02' };
    const orders = [
      { [cn]: 'HERRERIA', ...attributes },
      { ...attributes, [cn]: 'HERRERIA' },
    ];
    for (const order of orders) {
      expect(read({ subject: nameDer(order) })).toMatchObject({ ...holder, representative });
    }
  });

  test('several attributes in one RDN are all read', () => {
    const together = encodeDer(
      0x31,
      attributeDer(cn, 'XIMENA PRUEBA LISTA'),
      attributeDer(curp, 'PULX900215MDFRSM07'),
      attributeDer(rfc, 'PULX9002151KA'),
    );
    expect(read({ subject: encodeDer(0x30, together) })).toMatchObject({
      rfc: 'PULX9002151KA',
      curp: 'PULX900215MDFRSM07',
      legalName: 'XIMENA PRUEBA LISTA',
    });
  });

  test.each([
    ['EKU9003173C9', undefined, undefined],
    ['EKU9003173C9', 'VADA800927HSRSRL05', undefined],
    ['EKU9003173C9 / ', ' / VADA800927HSRSRL05', undefined],
    ['eku9003173c9 /vada800927dj3', '', { rfc: 'VADA800927DJ3' }],
    ['EKU9003173C9/VADA800927DJ3', '/ VADA800927HSRSRL05', 'both'],
  ])('a company that writes its identifiers «%s» and «%s»', (rfcText, curpText, told) => {
    const certificate = read({
      subject: nameDer({
        [rfc]: rfcText,
        ...(curpText !== undefined && { [curp]: curpText }),
      }),
    });
    expect(certificate.rfc).toBe('EKU9003173C9');
    expect(certificate.curp).toBeUndefined();
    const both = { rfc: 'VADA800927DJ3', curp: 'VADA800927HSRSRL05' };
    expect(certificate.representative).toEqual(told === 'both' ? both : told);
  });

  test('an identifier that is no string is shown as hex, and the rest is read', () => {
    const bits = encodeDer(0x03, Uint8Array.of(0, 0x41));
    const certificate = read({ subject: nameDer({ [cn]: 'NADIE', [rfc]: bits }) });
    expect(certificate).toMatchObject({ rfc: '', legalName: 'NADIE' });
    expect(certificate.subject.text).toBe('CN=NADIE, x500UniqueIdentifier=#03020041');
  });

  test('the first name that is not empty is taken', () => {
    expect(read({ subject: nameDer({ [cn]: '', '2.5.4.41': 'NOMBRE' }) }).legalName).toBe('NOMBRE');
    expect(read({ subject: nameDer({ [o]: 'EMPRESA' }) }).legalName).toBe('EMPRESA');
    expect(read({ subject: encodeDer(0x30) }).legalName).toBe('');
  });

  test('markup and turned text stay text', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202egnp.exe';
    expect(read({ subject: nameDer({ [cn]: hostile }) }).legalName).toBe(hostile);
  });

  test('the address of mail is told', () => {
    const subject = nameDer({ '1.2.840.113549.1.9.1': encodeDer(0x16, latin1('a@b.example')) });
    expect(read({ subject }).email).toBe('a@b.example');
    expect(read({})).not.toHaveProperty('email');
  });
});

describe('the number', () => {
  test.each<[string, Uint8Array, string]>([
    ['20 digits', latin1('30001000000500003415'), '30001000000500003415'],
    [
      '19 digits',
      latin1('3000100000050000341'),
      Buffer.from('3000100000050000341').toString('hex'),
    ],
    [
      '20 octets, not all digits',
      latin1('3000100000050000341A'),
      Buffer.from('3000100000050000341A').toString('hex'),
    ],
    ['a small number', Uint8Array.of(5), '05'],
    ['a negative one', Uint8Array.of(0xff), 'ff'],
  ])('%s', (_, octets, text) => {
    expect(read({ serial: encodeDer(0x02, octets) }).serialNumber).toBe(text);
  });
});

describe('how strong it is', () => {
  const pss = (...parameters: Bytes[]) =>
    algorithmDer('1.2.840.113549.1.1.10', encodeDer(0x30, ...parameters));
  const pssHash = (oid: string) => encodeDer(0xa0, algorithmDer(oid));
  const sha1 = algorithmDer('1.2.840.113549.1.1.5');

  test.each<[string, OddParts, string | undefined]>([
    ['RSA of 2,048 bits', {}, undefined],
    ['RSA of 2,047 bits', { publicKey: rsaKeyDer(2047) }, 'small_key'],
    ['RSA of 512 bits', { publicKey: rsaKeyDer(512) }, 'small_key'],
    ['RSA of 16,384 bits', { publicKey: rsaKeyDer(16_384) }, undefined],
    ['an exponent of 1', { publicKey: rsaKeyDer(2048, Uint8Array.of(1)) }, 'small_exponent'],
    ['an exponent of 2', { publicKey: rsaKeyDer(2048, Uint8Array.of(2)) }, 'small_exponent'],
    ['an even exponent', { publicKey: rsaKeyDer(2048, Uint8Array.of(1, 0)) }, 'small_exponent'],
    [
      '1,024 bits with an exponent of 1',
      { publicKey: rsaKeyDer(1024, Uint8Array.of(1)) },
      'small_exponent',
    ],
    ['an exponent of 3', { publicKey: rsaKeyDer(2048, Uint8Array.of(3)) }, undefined],
    [
      'an exponent of 33 bits',
      { publicKey: rsaKeyDer(2048, Uint8Array.of(1, 0, 0, 0, 1)) },
      undefined,
    ],
    [
      'an exponent of 34 bits',
      { publicKey: rsaKeyDer(2048, Uint8Array.of(2, 0, 0, 0, 1)) },
      'large_exponent',
    ],
    [
      'an exponent of 2,048 bits',
      { publicKey: rsaKeyDer(2048, new Uint8Array(256).fill(0x7f)) },
      'large_exponent',
    ],
    ['an exponent of 17', { publicKey: rsaKeyDer(2048, Uint8Array.of(17)) }, undefined],
    ['SHA-1', { algorithm: sha1 }, 'old_hash'],
    ['MD5', { algorithm: algorithmDer('1.2.840.113549.1.1.4') }, 'old_hash'],
    ['MD2', { algorithm: algorithmDer('1.2.840.113549.1.1.2') }, 'old_hash'],
    ['ECDSA with SHA-1', { algorithm: algorithmDer('1.2.840.10045.4.1') }, 'old_hash'],
    ['SHA-512', { algorithm: algorithmDer('1.2.840.113549.1.1.13') }, undefined],
    ['RSA-PSS with SHA-256', { algorithm: pss(pssHash('2.16.840.1.101.3.4.2.1')) }, undefined],
    ['RSA-PSS with SHA-1', { algorithm: pss(pssHash('1.3.14.3.2.26')) }, 'old_hash'],
    ['RSA-PSS that leaves the hash out', { algorithm: pss() }, 'old_hash'],
    [
      'a small key before an old hash',
      { publicKey: rsaKeyDer(1024), algorithm: sha1 },
      'small_key',
    ],
    ['EC of 192 bits', { publicKey: ecKeyDer('1.2.840.10045.3.1.1') }, 'small_key'],
    ['EC P-256', { publicKey: ecKeyDer('1.2.840.10045.3.1.7') }, undefined],
  ])('%s', (_, parts, weakness) => {
    expect(read(parts).isWeak).toBe(weakness);
  });

  test.each<[string, OddParts, object]>([
    ['RSA', {}, { keyAlgorithm: 'RSA', keyBits: 2048, publicExponent: '010001' }],
    ['EC', { publicKey: ecKeyDer('1.3.132.0.34') }, { keyAlgorithm: 'EC', keyBits: 384 }],
    ['an unknown curve', { publicKey: ecKeyDer('1.2.3.4') }, { keyAlgorithm: 'EC' }],
    [
      'another key',
      {
        publicKey: encodeDer(
          0x30,
          algorithmDer('1.3.101.112'),
          encodeDer(0x03, Uint8Array.of(0, 1)),
        ),
      },
      { keyAlgorithm: '1.3.101.112' },
    ],
  ])('the key of %s', (_, parts, facts) => {
    const { keyAlgorithm, keyBits, publicExponent } = read(parts);
    const told = { keyAlgorithm, keyBits, publicExponent };
    expect(JSON.parse(JSON.stringify(told))).toEqual(facts);
  });

  test.each([
    ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
    ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
    ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
    ['1.2.840.113549.1.1.10', 'rsassaPss'],
    ['1.2.840.10045.4.3.2', 'ecdsaWithSHA256'],
    ['1.2.3.4', '1.2.3.4'],
  ])('the signature algorithm %s is %s', (oid, name) => {
    expect(read({ algorithm: algorithmDer(oid) }).signatureAlgorithm).toBe(name);
  });
});

describe('what it is for', () => {
  const person = nameDer({ [rfc]: 'PULX9002151KA' });
  const usages = (...oids: string[]) =>
    extensionDer('2.5.29.37', encodeDer(0x30, ...oids.map(oidDer)));
  const clientAuth = usages('1.3.6.1.5.5.7.3.2');

  test.each<[string, OddParts, string]>([
    ['e.firma', { subject: person, extensions: [...efirmaUsage, clientAuth] }, 'efirma'],
    ['CSD', { subject: person, extensions: [keyUsage(6, 0xc0)] }, 'csd'],
    ['without usages', { subject: person }, 'other'],
    ['without RFC', { extensions: efirmaUsage }, 'other'],
    [
      'that signs, for another use',
      { subject: person, extensions: [keyUsage(6, 0xc0), clientAuth] },
      'other',
    ],
  ])('%s', (_, parts, kind) => {
    expect(read(parts).kind).toBe(kind);
  });

  test.each([o, ou, cn])('an issuer that names the IMSS in %s', (attribute) => {
    for (const text of ['Instituto Mexicano del Seguro Social', 'AC IMSS', 'IMSS']) {
      const issuer = nameDer({ [attribute]: text });
      expect(read({ subject: person, issuer, extensions: efirmaUsage }).kind).toBe('imss');
    }
  });

  test('a holder that is the IMSS, and a word that only contains it, make no difference', () => {
    const subject = nameDer({ [o]: 'IMSS', [rfc]: 'PULX9002151KA' });
    expect(read({ subject, extensions: efirmaUsage }).kind).toBe('efirma');
    const issuer = nameDer({ [o]: 'SIMSSA' });
    expect(read({ subject, issuer, extensions: efirmaUsage }).kind).toBe('efirma');
  });
});
