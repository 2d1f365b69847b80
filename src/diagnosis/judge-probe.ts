import type { Outcome } from './checks/check.ts';
import { blockedByClient, isBrokenOff } from '../is-broken-off.ts';
import type { ProbeFacts } from './network-facts.ts';

/** Whether a host answered as a host that works does. `online`: by the browser's own account. */
export function judgeProbe(online: boolean, probe: ProbeFacts): Outcome {
  const { net, http = 0, redirect, milliseconds } = probe;
  if (!online) return { status: 'fail', evidence: [{ key: 'offline' }] };
  // Another extension kept us from asking; the portal was not asked at all.
  if (net === blockedByClient) return { status: 'unknown', missing: 'failed' };
  if (net) return { status: 'fail', evidence: [{ key: 'no_answer', values: [net] }] };
  if (redirect) return { status: 'warning', evidence: [{ key: 'sent_elsewhere' }] };
  if (isBrokenOff(probe)) {
    return { status: 'fail', evidence: [{ key: 'answered_with_error', values: [http] }] };
  }
  return { status: 'pass', evidence: [{ key: 'answers', values: [milliseconds] }] };
}
