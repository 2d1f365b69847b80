import { expect, test } from 'vitest';
import { isPauseOn } from '../../src/background/is-pause-on.ts';

const change = { isTemporary: true, names: ['Cupones', 'Traductor'], state: 'done' } as const;
const names = (...all: string[]) => ({ extensions: all.map((name) => ({ id: name, name })) });

test('a pause is on while all that it paused is off', () => {
  expect(
    isPauseOn({ ...change, names: [...change.names] }, names('Traductor', 'Cupones', 'x')),
  ).toBe(true);
});

test.each([
  ['one was switched on by hand', change, names('Cupones')],
  ['its time is over', change, undefined],
  ['it was put back', { ...change, state: 'undone' }, names('Cupones', 'Traductor')],
  ['it is no pause', { ...change, isTemporary: false }, names('Cupones', 'Traductor')],
] as const)('it is not when %s', (_, made, pause) => {
  expect(isPauseOn({ ...made, names: [...made.names] }, pause)).toBe(false);
});
