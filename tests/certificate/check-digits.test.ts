import { expect, test } from 'vitest';
import {
  curpCheckDigit,
  hasRightCurpCheckDigit,
  hasRightNssCheckDigit,
  hasRightRfcCheckDigit,
  nssCheckDigit,
  rfcCheckDigit,
} from '../../src/certificate/index.ts';
import { people } from '../pki/index.ts';

test.each([
  ['nothing', ''],
  ['eleven characters', 'SAT970701NN'],
  ['small letters', 'sat970701nn3'],
  ['a space around', 'SAT970701NN3 '],
  ['a B at the end', 'SAT970701NNB'],
  ['a CURP', 'CACX760510MGTSHC04'],
  ['the number of an attribute', '2.5.4.45'],
])('an RFC that is %s has no check digit', (_, rfc) => {
  expect(rfcCheckDigit(rfc)).toBeUndefined();
  expect(hasRightRfcCheckDigit(rfc)).toBe(false);
});

test.each([
  'SAT970701NN3',
  'XEXX010101000',
  'RAQÑ7701212M3',
  'H&E951128469',
  'CACX7605101P8',
  'EKU9003173C9',
  'VADA800927DJ3',
  'XOJI740919U48',
])('the RFC %s ends right', (rfc) => {
  expect(hasRightRfcCheckDigit(rfc)).toBe(true);
  expect(rfcCheckDigit(rfc)).toBe(rfc.at(-1));
});

test('the RFC of the public at large does not follow the rule, and is right', () => {
  expect(rfcCheckDigit('XAXX010101000')).toBe('4');
  expect(hasRightRfcCheckDigit('XAXX010101000')).toBe(true);
});

test('the check digit A stands for ten', () => {
  expect(rfcCheckDigit(people.ximena.rfc)).toBe('A');
  expect(rfcCheckDigit('FPL1506234H0')).toBe('A');
});

test('an invented RFC and one with two exchanged letters end wrong', () => {
  expect(hasRightRfcCheckDigit('AAA010101AAA')).toBe(false);
  expect(hasRightRfcCheckDigit('ACCX7605101P8')).toBe(false);
});

test.each(['CACX760510MGTSHC04', 'XIQB891116MGRMZR05', 'KAHO641101HNTLKS06', 'MISC491214MCCRNC01'])(
  'the CURP %s ends right',
  (curp) => {
    expect(hasRightCurpCheckDigit(curp)).toBe(true);
    expect(curpCheckDigit(curp)).toBe(curp.at(-1));
  },
);

test('a CURP with another digit, in small letters or cut off ends wrong', () => {
  expect(hasRightCurpCheckDigit('CACX760510MGTSHC05')).toBe(false);
  expect(hasRightCurpCheckDigit('cacx760510mgtshc04')).toBe(false);
  expect(curpCheckDigit('CACX760510MGTSHC0')).toBeUndefined();
});

test('the invented people of the tests have the digits they would have', () => {
  for (const person of Object.values(people)) {
    expect([person.rfc, hasRightRfcCheckDigit(person.rfc)]).toEqual([person.rfc, true]);
    const curp = 'curp' in person ? person.curp : person.representative.curp;
    expect([curp, hasRightCurpCheckDigit(curp)]).toEqual([curp, true]);
  }
});

test('an NSS follows Luhn', () => {
  expect(nssCheckDigit('01654411378')).toBe('8');
  expect(hasRightNssCheckDigit('01654411378')).toBe(true);
  expect(hasRightNssCheckDigit('01654411387')).toBe(false);
  expect(hasRightNssCheckDigit('0165441137')).toBe(false);
  expect(nssCheckDigit('0165441137A')).toBeUndefined();
});
