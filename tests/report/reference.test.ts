import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newReference } from '../../src/report/index.ts';
import { isReference, referenceAlphabet } from '../../src/report/reference.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('it has eight letters in two groups, none of which is taken for another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (drawn) => {
      fc.pre(drawn.some((byte) => byte < 240));
      const code = newReference(() => drawn);
      expect(code).toMatch(/^[ACEFHKMPRTXY2-9]{4}-[ACEFHKMPRTXY2-9]{4}$/);
      expect(isReference(code)).toBe(true);
    }),
    { seed: 20261122 },
  );
  expect(new Set(referenceAlphabet).size).toBe(20);
});

test('bytes that would favour the first letters are drawn again', () => {
  const drawn = [bytes(240, 255, 0, 250, 1, 2, 3, 245), bytes(4, 5, 6, 7, 8, 9, 10, 11)];
  expect(newReference(() => drawn.shift() ?? bytes())).toBe('ACEF-HKMP');
});

test.each(['', 'K7PM4XRT', 'K7PM-4XR0', 'PULX-9002', 'k7pm-4xrt', 7, undefined])(
  '%s is none',
  (text) => {
    expect(isReference(text)).toBe(false);
  },
);
