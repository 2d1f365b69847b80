import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/diagnosis/redact.ts';
import { either, secrets } from './secrets.ts';

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
