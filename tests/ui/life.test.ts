import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { formatDateTime } from '../../src/ui/format.ts';
import { lifeOf } from '../../src/ui/life.ts';

const second = 1000;

beforeAll(() => {
  // The words come from the browser, which is not here: which ones, and with what in them.
  const getMessage = (key: string, values: string[]) => [key, ...values].join(' | ');
  vi.stubGlobal('chrome', { i18n: { getMessage } });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const notBefore = '2023-05-18T00:33:00.000Z';
const notAfter = '2027-05-18T00:33:00.000Z';

/** Its life that many milliseconds after a moment. */
function lifeAt(moment: string, later = 0) {
  return lifeOf({ notBefore, notAfter }, new Date(Date.parse(moment) + later));
}

test('a second before it begins it is not valid yet, and on that second it is', () => {
  expect(lifeAt(notBefore, -second)).toMatchObject({ state: 'not_yet', left: 1 });
  expect(lifeAt(notBefore)).toMatchObject({ state: 'valid', left: 1 });
});

test('its last second still belongs to it, and the next one does not', () => {
  expect(lifeAt(notAfter, -second).state).toBe('expiring');
  expect(lifeAt(notAfter)).toMatchObject({ state: 'expiring', left: 0 });
  expect(lifeAt(notAfter, second)).toMatchObject({ state: 'expired', left: 0 });
});

test('its last day, of central Mexico, is called today, whatever day it is elsewhere', () => {
  const midnight = '2027-05-17T06:00:00.000Z';
  expect(lifeAt(midnight).words).toBe('life_expiring_today | 18:33');
  expect(lifeAt(midnight, -second).words).toBe('life_expiring | 1 día');
});

test('it is told in days from ninety days on, and in months before', () => {
  const ninety = '2027-02-16T06:00:00.000Z';
  expect(lifeAt(ninety)).toMatchObject({ state: 'expiring', words: 'life_expiring | 90 días' });
  expect(lifeAt(ninety, -second)).toMatchObject({
    state: 'valid',
    words: 'life_valid_other | 3 meses',
  });
});

test('a year to the day is one year, and a day less is eleven months', () => {
  expect(lifeAt('2026-05-17T12:00:00.000Z').words).toBe('life_valid_one | 1 año');
  expect(lifeAt('2026-05-18T12:00:00.000Z').words).toBe('life_valid_other | 11 meses');
});

test.each([
  ['2027-05-17T04:37:14Z', '16 de mayo de 2027 | 22:37'],
  ['2027-05-17T06:00:00Z', '17 de mayo de 2027 | 00:00'],
  ['2027-05-17T05:59:59Z', '16 de mayo de 2027 | 23:59'],
  ['2021-07-01T04:59:59Z', '30 de junio de 2021 | 23:59'],
])('%s is told as the clocks of central Mexico show it', (iso, told) => {
  expect(formatDateTime(new Date(iso))).toBe(`date_at | ${told}`);
});

test('what ended and what begins is told with its date in central Mexico', () => {
  expect(lifeAt(notAfter, second).words).toBe(
    'life_expired | date_at | 17 de mayo de 2027 | 18:33',
  );
  expect(lifeAt(notBefore, -second).words).toBe('life_not_yet | 17 de mayo de 2023');
});

test('one that was revoked has no life left and says since when, also long after that was said', () => {
  const revoked = { at: '2026-03-03T05:59:00.000Z', asOf: '2026-03-04T00:00:00.000Z' };
  for (const moment of [revoked.asOf, '2027-05-19T00:00:00.000Z', '2031-01-01T00:00:00.000Z']) {
    expect(lifeOf({ notBefore, notAfter, revoked }, new Date(moment))).toEqual({
      state: 'revoked',
      left: 0,
      words: 'life_revoked | 2 de marzo de 2026',
    });
  }
});

test('one that ends when it begins has no life left, and no number breaks', () => {
  const moment = { notBefore, notAfter: notBefore };
  expect(lifeOf(moment, new Date(notBefore))).toMatchObject({ state: 'expiring', left: 0 });
});
