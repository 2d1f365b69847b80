import { expect, test } from 'vitest';
import { knownRevocation, revocationGaps } from '../../src/certificate/index.ts';

const thisUpdate = '2026-03-04T05:06:07.000Z';
const nextUpdate = '2026-03-05T05:06:07.000Z';
const asked = 'https://ocsp.example/';
const revokedAt = '2026-01-02T00:00:00.000Z';
const revoked = { status: 'revoked', revokedAt, thisUpdate, nextUpdate, asked } as const;
const known = { at: revokedAt, asOf: thisUpdate };

test('that nobody knows is never remembered as revoked, and forgets nothing', () => {
  for (const reason of revocationGaps) {
    const answer = { status: 'unknown', reason, asked } as const;
    expect(knownRevocation(answer)).toBeUndefined();
    expect(knownRevocation(answer, known)).toBe(known);
  }
});

test('not revoked leaves nothing to remember', () => {
  const good = { status: 'good', thisUpdate, nextUpdate, asked } as const;
  expect(knownRevocation(good)).toBeUndefined();
  expect(knownRevocation(good, known)).toBeUndefined();
});

test('an answer that is older than what is known takes nothing back', () => {
  const older = { status: 'good', thisUpdate: '2026-03-04T05:06:06.999Z', asked } as const;
  expect(knownRevocation(older, known)).toBe(known);
});

test('revoked is remembered since when, and as of when', () => {
  expect(knownRevocation(revoked)).toEqual(known);
  expect(knownRevocation(revoked, known)).toBe(known);
  const later = '2026-03-06T00:00:00.000Z';
  expect(knownRevocation({ ...revoked, thisUpdate: later }, known)).toEqual({
    at: revokedAt,
    asOf: later,
  });
});
