import { expect, test } from 'vitest';
import { knownRevocation, revocationGaps } from '../../src/certificate/index.ts';

const thisUpdate = '2026-03-04T05:06:07.000Z';
const nextUpdate = '2026-03-05T05:06:07.000Z';
const asked = 'https://ocsp.example/';

test('that nobody knows is never remembered as revoked', () => {
  for (const reason of revocationGaps) {
    expect(knownRevocation({ status: 'unknown', reason, asked })).toBeUndefined();
  }
});

test('not revoked leaves nothing to remember', () => {
  expect(knownRevocation({ status: 'good', thisUpdate, nextUpdate, asked })).toBeUndefined();
});

test('revoked is remembered since when, and for as long as the answer counts', () => {
  const revoked = {
    status: 'revoked',
    revokedAt: '2026-01-02T00:00:00.000Z',
    thisUpdate,
    asked,
  } as const;
  expect(knownRevocation({ ...revoked, nextUpdate })).toEqual({
    at: revoked.revokedAt,
    until: nextUpdate,
  });
  expect(knownRevocation(revoked)).toEqual({ at: revoked.revokedAt });
});
