import { expect, test } from 'vitest';
import { withRevocation } from '../../src/background/with-revocation.ts';
import type { Review } from '../../src/messages.ts';

const right: Review = {
  ok: true,
  usable: true,
  findings: [
    { id: 'cert.expired', status: 'pass' },
    { id: 'cert.revoked', status: 'unknown' },
  ],
};

const expired: Review = { ...right, ok: false, cause: 'cert.expired' };

test('one that is revoked is no longer in order, and that is why', () => {
  const review = withRevocation(right, { id: 'revocation', status: 'fail' });
  expect(review).toMatchObject({ ok: false, cause: 'cert.revoked', usable: true });
  expect(review.findings).toContainEqual({ id: 'cert.revoked', status: 'fail' });
});

test('the card of one that is revoked says so, and of no other', () => {
  const revoked = { at: '2026-03-03T05:59:00.000Z', asOf: '2026-03-05T00:00:00.000Z' };
  const card = { rfc: 'PULX900215' } as NonNullable<Review['card']>;
  const review = { ...right, card };
  const told = withRevocation(review, { id: 'revocation', status: 'fail', revoked });
  expect(told.card).toEqual({ ...card, revoked });
  expect(withRevocation(review, { id: 'revocation', status: 'unknown' }).card).toEqual(card);
  expect(withRevocation(review, { id: 'revocation', status: 'pass' }).card).toEqual(card);
});

test('what was wrong already stays the thing to mend first', () => {
  const review = withRevocation(expired, { id: 'revocation', status: 'fail' });
  expect(review).toMatchObject({ ok: false, cause: 'cert.expired' });
  expect(review.findings).toContainEqual({ id: 'cert.revoked', status: 'fail' });
});

test('that nobody could tell changes nothing', () => {
  expect(withRevocation(right, { id: 'revocation', status: 'unknown' })).toEqual(right);
});

test('not revoked is told among the findings', () => {
  const { ok, findings } = withRevocation(right, { id: 'revocation', status: 'pass' });
  expect(ok).toBe(true);
  expect(findings).toContainEqual({ id: 'cert.revoked', status: 'pass' });
});
