import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCadena } from '../../../src/portals/ask/read-cadena.ts';

test.each([
  ['no bars', 'VERSIÓN DEL ACUSE|1.0'],
  ['single bars', '|VERSIÓN|1.0|'],
  ['no end', '||VERSIÓN|1.0'],
  ['bars alone', '||||'],
  ['nothing', ''],
])('%s: no cadena', (_what, text) => {
  expect(readCadena(text)).toBeUndefined();
});

test('names and values come in pairs, empty values too', () => {
  expect(readCadena('||VERSIÓN DEL ACUSE|1.0|RFC|RAQÑ7701212M3|ACTO|||')).toEqual({
    pairs: [
      { name: 'VERSIÓN DEL ACUSE', value: '1.0' },
      { name: 'RFC', value: 'RAQÑ7701212M3' },
      { name: 'ACTO', value: '' },
    ],
  });
});

test.each([
  ['an odd count', '||VERSIÓN|1.0|RFC||'],
  ['a name in small letters', '||1.0|uno|dos|tres||'],
  ['a name that is an RFC', '||RFC|X|RAQÑ7701212M3|Y||'],
  ['a name that is a CURP', '||CURP|X|CACX760510MGTSHC04|Y||'],
  ['a name with something invisible', '||R\u{200B}FC|X||'],
])('%s: fields in their order', (_what, text) => {
  expect(readCadena(text)).toEqual({ fields: text.slice(2, -2).split('|') });
});

test('nothing of a cadena is lost or moved, whatever it says', () => {
  const field = fc.oneof(fc.string(), fc.constantFrom('RFC', 'FOLIO', '', '|', '\n'));
  fc.assert(
    fc.property(fc.array(field, { minLength: 1 }), (parts) => {
      const text = `||${parts.join('|')}||`;
      const read = readCadena(text);
      if (!read) return;
      const fields =
        'pairs' in read ? read.pairs.flatMap(({ name, value }) => [name, value]) : read.fields;
      expect(`||${fields.join('|')}||`).toBe(text);
    }),
  );
});
