import { expect, test } from 'vitest';
import { diagnose, signals, withClock, type Facts } from '../../src/diagnosis/index.ts';
import { clock, credential, network } from './facts.ts';

/** Ten years ahead. */
const device = new Date('2036-11-22T12:00:00Z');
const offset = Date.parse('2026-11-22T12:00:00Z') - device.getTime();
const valid = {
  ...credential,
  notBefore: '2025-01-01T00:00:00Z',
  notAfter: '2029-01-01T00:00:00Z',
};

const looked = (clockOffset?: number): Facts => ({
  credential: valid,
  clock: { missing: 'no_server_time' },
  network: {
    ...network,
    portal: { ...network.portal, ...(clockOffset !== undefined && { clockOffset }) },
  },
});

test('a computer whose clock is wrong makes no certificate expire, once the portal was asked', () => {
  const facts = withClock(looked(offset), device);
  expect(facts.clock).toEqual({
    device: '2036-11-22T12:00:00.000Z',
    server: '2026-11-22T12:00:00.000Z',
    skew: -offset / 1000,
  });
  const { causes, findings } = diagnose(signals(facts, device), facts, { at: device });
  expect(causes[0]).toMatchObject({ id: 'tls.clock', certainty: 'is' });
  expect(findings.filter(({ id }) => id === 'cert.expired')).toEqual([]);
  expect(findings).toContainEqual(
    expect.objectContaining({ id: 'expired-certificate', status: 'pass' }),
  );
});

test('what a page of the portal told counts more', () => {
  const facts: Facts = { ...looked(offset), clock };
  expect(withClock(facts, device)).toBe(facts);
});

test('a portal that did not tell its time leaves it unknown', () => {
  const facts = looked();
  expect(withClock(facts, device)).toBe(facts);
  expect(withClock({}, device)).toEqual({});
});

test('a portal whose connection fails leaves it to who else was asked', () => {
  const dead = { ...network.portal, net: 'CERT_DATE_INVALID' };
  const [widget, neighbour] = [1000, 2000].map((clockOffset) => ({
    host: 'x',
    milliseconds: 1,
    clockOffset,
  }));
  const skewOf = (others: object): unknown =>
    signals(withClock({ network: { ...network, portal: dead, ...others } }, device), device).skew;
  expect(skewOf({ widget, neighbour })).toBe(-1);
  expect(skewOf({ neighbour })).toBe(-2);
  expect(skewOf({})).toBeUndefined();
});
