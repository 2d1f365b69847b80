/** Behind the sign-in page there is nothing to sign in with. */
import { expect, test } from 'vitest';
import { isInside } from '../../src/evidence/is-inside.ts';

const now = new Date('2026-11-10T18:00:00Z');
const entered = {
  portal: 'sat-facturas',
  what: 'entered',
  at: '2026-11-10T17:00:00.000Z',
  isChosen: true,
} as const;

test('a page of the site that let one in an hour ago', () => {
  expect(isInside('portalcfdi.facturaelectronica.sat.gob.mx', [entered], now)).toBe(true);
});

test('of the IMSS, the host that let one in, and no other', () => {
  const history = [{ ...entered, portal: 'buzon-imss' }];
  expect(isInside('buzon.imss.gob.mx', history, now)).toBe(true);
  expect(isInside('www.imss.gob.mx', history, now)).toBe(false);
  expect(isInside('otro.buzon.imss.gob.mx', history, now)).toBe(false);
});

test.each([
  ['of another site', 'www.imss.gob.mx', entered],
  ['of a host that only ends alike', 'nosat.gob.mx', entered],
  ['a day later', 'www.sat.gob.mx', { ...entered, at: '2026-11-09T17:00:00.000Z' }],
  ['of a time that has not come', 'www.sat.gob.mx', { ...entered, at: '2026-11-10T19:00:00.000Z' }],
  [
    'after an account was made, and nothing more',
    'www.sat.gob.mx',
    { ...entered, what: 'registered' as const },
  ],
  ['of a portal that is no longer known', 'www.sat.gob.mx', { ...entered, portal: 'otro' }],
])('not %s', (_, hostname, event) => {
  expect(isInside(hostname, [event], now)).toBe(false);
});

test('not where nobody has entered', () => {
  expect(isInside('www.sat.gob.mx', [], now)).toBe(false);
});
