/** A connection of one's own that is gone, and comes back, is no portal that fails now and then. */
import { describe, expect, test } from 'vitest';
import { diagnose, isOfOwnWay, type CauseId } from '../../src/diagnosis/index.ts';

const own: [net: string, cause: CauseId][] = [
  ['INTERNET_DISCONNECTED', 'net.offline'],
  ['NETWORK_CHANGED', 'net.changed'],
  ['NETWORK_ACCESS_DENIED', 'net.firewall'],
  ['PROXY_CONNECTION_FAILED', 'net.proxy'],
  ['TUNNEL_CONNECTION_FAILED', 'net.proxy'],
  ['NAME_NOT_RESOLVED', 'net.dns'],
  ['BLOCKED_BY_CLIENT', 'ext.blocker'],
  ['BLOCKED_BY_ADMINISTRATOR', 'set.policy'],
];

describe.each(own)('%s', (net, cause) => {
  test('is of the person’s own way', () => {
    expect(isOfOwnWay(net)).toBe(true);
  });

  test('is told as that, though the portal answered when it was asked again', () => {
    // The answer may be one of before: the portal had broken off by itself some minutes ago.
    const named = diagnose({ net, retry: 'ok' }).causes.map(({ id }) => id);
    expect(named[0]).toBe(cause);
    expect(named.slice(0, 3)).not.toContain('portal.intermittent');
  });
});

test.each(['ABORTED', 'SOCKS_CONNECTION_FAILED', 'DNS_TIMED_OUT', 'NETWORK_IO_SUSPENDED'])(
  '%s is, too',
  (net) => {
    expect(isOfOwnWay(net)).toBe(true);
  },
);

test.each([
  undefined,
  'CONNECTION_RESET',
  'CONNECTION_ABORTED',
  'EMPTY_RESPONSE',
  'TIMED_OUT',
  'CERT_AUTHORITY_INVALID',
  'SSL_PROTOCOL_ERROR',
])('%s is not', (net) => {
  expect(isOfOwnWay(net)).toBe(false);
});

test('a portal that resets the connection, and answers when it is asked again, fails now and then', () => {
  const [first] = diagnose({ net: 'CONNECTION_RESET', retry: 'ok', ctrl: 'ok' }).causes;
  expect(first?.id).toBe('portal.intermittent');
});
