/** What only could be is never told as what is. */
import { expect, test } from 'vitest';
import { diagnose, type CauseId, type Evidence } from '../../src/diagnosis/index.ts';

const certaintyOf = (id: CauseId, evidence: Evidence) =>
  diagnose(evidence).causes.find((cause) => cause.id === id)?.certainty;

test.each(['PROXY_CONNECTION_FAILED', 'TUNNEL_CONNECTION_FAILED'])(
  'an extension that may set a proxy is no proof that it set the one that fails: %s',
  (net) => {
    expect(certaintyOf('ext.proxy', { net, proxyBy: 'extension' })).not.toBe('is');
    // Whoever may set one is powerful, and is scored for that too.
    expect(certaintyOf('ext.proxy', { net, proxyBy: 'extension', extScore: 55 })).not.toBe('is');
  },
);

test('an extension that is called like a portal is none without a message of anybody', () => {
  const evidence: Evidence = { otherSigner: true, widget: 'closed_early' };
  expect(diagnose(evidence).causes[0]?.id).not.toBe('ext.own_duplicate');
});

test('nobody revoked by mistake what the SAT says is good', () => {
  const evidence: Evidence = { text: 'revoked', revocation: 'good', askedRevocation: false };
  expect(certaintyOf('cert.revoked_by_error', evidence)).not.toBe('is');
});
