import { expect, test } from 'vitest';
import { makeNonces } from '../../replica/nonces.ts';

test('a nonce is good for five minutes of the replica’s clock, once', () => {
  let now = new Date('2026-03-04T18:00:00Z').getTime();
  const nonces = makeNonces(() => new Date(now));
  const [first, second] = [nonces.issue(), nonces.issue()];
  now += 5 * 60_000;
  nonces.take(first);
  expect(() => nonces.take(first)).toThrow(expect.objectContaining({ code: 'nonce_used' }));
  now += 1;
  expect(() => nonces.take(second)).toThrow(expect.objectContaining({ code: 'nonce_expired' }));
  expect(() => nonces.take('x')).toThrow(expect.objectContaining({ code: 'nonce_unknown' }));
});
