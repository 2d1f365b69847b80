import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from '../../src/background/file-name.ts';

const rfc = 'CAÑF770131PA3';

test.each([
  ['a path of Windows', String.raw`C:\Users\Ana\firma.key`, 'firma.key'],
  ['a way out of the folder', '../../.bashrc.key', 'bashrc.key'],
  ['only dots', '...key', `${rfc}.key`],
  ['a device of Windows', 'CON.key', '_CON.key'],
  ['characters that Windows refuses', 'mi<fi:r*m?a|".key', 'mifirma.key'],
  ['a right-to-left mark that hides the end', 'firma\u202Eexe.key', 'firmaexe.key'],
  ['another extension', 'firma.cer', `${rfc}.key`],
  ['the extension twice', 'firma.key.key', 'firma.key.key'],
  ['no name', '', `${rfc}.key`],
  ['spaces around', '  firma  .key', 'firma.key'],
])('%s is mended', (_what, name, mended) => {
  expect(fileName(name, 'key', rfc)).toBe(mended);
});

test.each([
  'Claveprivada_FIEL_PULX800101AB1_20250101_120000.key',
  'Ñandú & Cía.KEY',
  'firma 2.key',
])('%s stays readable', (name) => {
  expect(fileName(name, 'key', rfc).toLowerCase()).toBe(name.toLowerCase());
});

test('Ñ and & of an RFC stay', () => {
  expect(fileName('', 'pfx', 'H&Ñ010101AB1')).toBe('H&Ñ010101AB1.pfx');
});

test('any name becomes one that a file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, fallback) => {
      const made = fileName(name, 'cer', fallback);
      expect(made).toMatch(/^[^\s.<>:"/\\|?*\p{C}][^<>:"/\\|?*\p{C}]*\.cer$/u);
      expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(255);
      expect(fileName(made, 'cer', '')).toBe(made);
    }),
  );
});
