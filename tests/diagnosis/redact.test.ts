import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/diagnosis/redact.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));
const joined = (...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((each) => each.join(''));
const either = (...values: string[]) => fc.constantFrom(...values);

const rfc = joined(
  fc.stringMatching(/^[A-ZÑ&]{3,4}$/),
  digits(6),
  fc.stringMatching(/^[A-Z\d]{3}$/),
);
const curp = joined(
  letters(4),
  digits(6),
  either('H', 'M'),
  letters(5),
  fc.stringMatching(/^[A-Z\d]\d$/),
);
const base64 = fc.base64String({ minLength: 32, maxLength: 400 });
const extension = either('.key', '.cer', '.pfx', '.KEY', '.pdf');

/** Values that name a person, a company, a session or a place on a disk. */
const secrets: Record<string, fc.Arbitrary<string>> = {
  rfc,
  'rfc in groups': joined(letters(4), either('-', ' '), digits(6), either('-', ' '), letters(3)),
  'rfc in small letters': rfc.map((value) => value.toLowerCase()),
  curp,
  nss: digits(11),
  'nss in groups': joined(
    digits(2),
    either(' ', '-'),
    digits(2),
    either(' ', '-'),
    digits(2),
    either(' ', '-'),
    digits(4),
    either(' ', '-'),
    digits(1),
  ),
  'registro patronal': joined(letters(1), digits(10)),
  'registro patronal in groups': joined(
    letters(1),
    digits(2),
    either('-', ' '),
    digits(5),
    either('-', ' '),
    digits(2),
    either('-', ' '),
    digits(1),
  ),
  'e-mail': fc.emailAddress(),
  telephone: joined(
    either('+52 ', ''),
    either('55 ', '(55) ', '55-'),
    digits(4),
    either(' ', '-'),
    digits(4),
  ),
  'serial number': digits(20),
  jsessionid: joined(
    either('JSESSIONID=', 'LtpaToken2=', 'token: '),
    fc.stringMatching(/^[A-Za-z\d]{6,32}$/),
  ),
  uuid: fc.uuid(),
  base64,
  'file name': joined(
    either('Claveprivada_FIEL_', ''),
    rfc,
    either('_20261122_101010', ''),
    extension,
  ),
  'path of Windows': joined(
    either('C:\\Users\\', '\\\\servidor\\'),
    letters(6),
    either('\\FIEL', '\\mi e.firma'),
    either('\\clave', ''),
    extension,
  ),
  'path of Linux': joined(
    either('/home/', '/Users/', '~/'),
    letters(6),
    either('/fiel/', '/'),
    letters(5),
    extension,
  ),
  address: fc.webUrl({ withQueryParameters: true }),
};

const plain = either('Tu e.firma venció', 'Revisa tus datos:', 'Error', '¿Es tuyo?', '(aviso)', '');

describe('never survives', () => {
  test.each(Object.entries(secrets))('%s', (_, secret) => {
    fc.assert(
      fc.property(
        plain,
        either(' ', '\n', ' «', ' ('),
        secret,
        either(' ', '. ', '»', ')\n'),
        plain,
        (before, open, value, close, after) => {
          expect(redact(`${before}${open}${value}${close}${after}`)).not.toContain(value);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(secrets))('%s at the cut of a long text', (_, secret) => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 980, max: 1030 }), (value, length) => {
        const text = `${' '.repeat(length)}${value} fin`;
        const kept = redact(text);
        expect(kept).not.toContain(value);
        expect(kept.match(/\d/g) ?? []).toHaveLength(0);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([`0+/${'A'.repeat(60)}=`, `abcdefgh+/${'A'.repeat(60)}`, `MIIE+//${'b'.repeat(40)}`])(
  'of %s nothing stays before a slash',
  (value) => {
    expect(redact(`Error ${value}`)).toBe('Error ***');
  },
);

describe('what may stay', () => {
  test.each([
    'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.',
    'La clave privada (.key) no es la de este certificado.',
    'El archivo .cer no es un certificado.',
    'Tu e.firma venció el 19 de noviembre de 2026.',
    '#01001 sesión inválida',
    '304 Certificado revocado o caduco',
    'No se puede acceder a este sitio: DNS_PROBE_FINISHED',
    'Usuario y/o contraseña',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('at most 300 characters', () => {
    expect(redact('palabra '.repeat(1000))).toHaveLength(300);
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => redact(text).length <= 300));
  });

  test('what surrounds a secret', () => {
    expect(redact('El RFC XAXX010101000 no pertenece al usuario')).toBe(
      'El RFC *** no pertenece al usuario',
    );
  });
});
