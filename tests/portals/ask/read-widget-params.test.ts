import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWidgetParams } from '../../../src/portals/ask/read-widget-params.ts';

const read = (params: object) => readWidgetParams(JSON.stringify(params));
const login = { operacion: 'validarCertificado', salida: 'rfc,cert' };

describe('what is not clearly a request of a portal is not read', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'operacion=validarCertificado'],
    ['half of it', '{"operacion":"validarCertificado"'],
    ['a list', '[{"operacion":"validarCertificado"}]'],
    ['a text', '"validarCertificado"'],
    ['null', 'null'],
    ['no operation', '{"salida":"rfc"}'],
    ['an operation that is no text', '{"operacion":{"a":1}}'],
    ['an empty operation', '{"operacion":"  "}'],
    ['an endless operation', JSON.stringify({ operacion: 'x'.repeat(101) })],
    ['more than 256 KB', JSON.stringify({ ...login, x: 'x'.repeat(256 * 1024) })],
    ['a hundred levels', `{"operacion":"firmaCMS","x":${'['.repeat(100)}${']'.repeat(100)}}`],
    ['100,000 levels', `{"operacion":"firmaCMS","x":${'['.repeat(1e5)}${']'.repeat(1e5)}}`],
    [
      'one name twice: two readers would see two cadenas',
      '{"operacion":"firmaCMS","cad_original":"||A||","cad_original":"||B||"}',
    ],
    [
      'one name twice, written in two ways',
      String.raw`{"operacion":"firmaCMS","cad_original":"||A||","cad\u005foriginal":"||B||"}`,
    ],
  ])('%s', (_what, text) => {
    expect(readWidgetParams(text)).toBeUndefined();
  });

  test('whatever it is, reading ends with a value', () => {
    const names = fc.constantFrom('operacion', 'cad_original', 'salida', 'rfc', 'val_rfc', 'folio');
    const anyJson = fc.dictionary(names, fc.jsonValue()).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), anyJson), (text) => {
        const ask = readWidgetParams(text);
        if (!ask) return;
        expect(ask.operation.length).toBeGreaterThan(0);
        expect(ask.wants.every((want) => typeof want === 'string')).toBe(true);
        expect(typeof (ask.cadena ?? '')).toBe('string');
      }),
    );
  });
});

describe('what a portal asks', () => {
  test('to identify, by today’s name of the operation and by the older one', () => {
    expect(read(login)).toEqual({ operation: 'validarCertificado', wants: ['rfc', 'cert'] });
    expect(read({ ...login, operacion: 'autentica' })).toEqual(read(login));
  });

  test('to sign: the cadena, letter by letter, however it was escaped', () => {
    const text = String.raw`{"operacion":"firmaCMS","cad_original":"||VERSI\u00d3N|1.0|RFC|\u00d1A\u00d1\u0026||","folio":"7f"}`;
    expect(readWidgetParams(text)).toEqual({
      operation: 'firmaCMS',
      cadena: '||VERSIÓN|1.0|RFC|ÑAÑ&||',
      wants: [],
      folio: '7f',
    });
  });

  test('nested members with the same names are not the outermost ones', () => {
    const text =
      '{"x":{"operacion":"a","operacion":"b"},"operacion":"firmaCMS","y":"\\"operacion\\":"}';
    expect(readWidgetParams(text)).toEqual({ operation: 'firmaCMS', wants: [] });
  });

  test.each([
    ['a text with commas', ' rfc, cert ,,curp,rfc', ['rfc', 'cert', 'curp']],
    ['a list', ['rfc', 'cert'], ['rfc', 'cert']],
    ['nothing', null, []],
  ])('to be given back: %s', (_what, salida, wants) => {
    expect(read({ operacion: 'firmaCMS', salida })).toEqual({ operation: 'firmaCMS', wants });
  });

  test.each([
    ['an object', { rfc: true }],
    ['a list with a number', ['rfc', 7]],
    ['more names than can be shown', Array.from({ length: 61 }, (_each, index) => `n${index}`)],
    ['a name without end', 'x'.repeat(101)],
  ])('to be given back %s: that there is something is said', (_what, salida) => {
    expect(read({ operacion: 'firmaCMS', salida })).toEqual({
      operation: 'firmaCMS',
      wants: [],
      unread: ['wants'],
    });
  });

  test('a cadena of up to 65,536 characters is kept whole, a longer one not at all', () => {
    const longest = 'x'.repeat(64 * 1024);
    expect(read({ operacion: 'firmaCMS', cad_original: longest })?.cadena).toBe(longest);
    expect(read({ operacion: 'firmaCMS', cad_original: `${longest}x` })).toEqual({
      operation: 'firmaCMS',
      wants: [],
      unread: ['cadena'],
    });
  });

  test.each([[['||A||', '||B||']], [{ a: 1 }], [7], [true]])(
    'a cadena that is no text (%j) is not taken for none',
    (cadena) => {
      expect(read({ operacion: 'firmaCMS', cad_original: cadena })?.unread).toEqual(['cadena']);
    },
  );

  test('an RFC binds only where it is checked (val_rfc); else it is named', () => {
    const rfc = 'raqñ7701212m3';
    for (const isBinding of [true, 1, '1', 'true']) {
      const ask = read({ ...login, rfc, val_rfc: isBinding });
      expect(ask).toMatchObject({ rfc: 'RAQÑ7701212M3' });
      expect(ask).not.toHaveProperty('namedRfc');
    }
    for (const isBinding of [undefined, false, 0, '0', '', 'false']) {
      const ask = read({ ...login, rfc, val_rfc: isBinding });
      expect(ask).toMatchObject({ namedRfc: 'RAQÑ7701212M3' });
      expect(ask).not.toHaveProperty('rfc');
    }
  });

  test('what is no RFC is not shown as one', () => {
    expect(read({ ...login, rfc: '<b>Yo</b>', val_rfc: true })).toEqual(read(login));
  });
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'an operation «%s» is that text and nothing else',
  (operation) => {
    expect(readWidgetParams(JSON.stringify({ operacion: operation }))?.operation).toBe(operation);
  },
);
