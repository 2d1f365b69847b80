import type { FindingId } from './cause-ids.ts';
import { inOrder } from './cause-order.ts';
import type { CredentialVerdict, Finding } from './verdict.ts';

/** What is looked at in every set of files, if it can be. */
const alwaysLookedAt = [
  'cert.is_csd',
  'cert.expired',
  'cert.not_yet',
  'cert.expiring',
  'cert.superseded',
  'cert.weak_alg',
  'cert.test_ca',
  'cert.untrusted',
  'cert.revoked',
  'pwd.wrong',
  'pwd.encoding',
  'key.mismatch',
] as const satisfies readonly FindingId[];

/**
 * The verdict that some findings make: not `ok` when one of them is a fault, the first in order
 * being the cause. What nobody could look at is added as `unknown`.
 */
export function conclude(
  findings: readonly Finding[],
  facts: Omit<CredentialVerdict, 'ok' | 'cause' | 'detail' | 'findings'> = {},
): CredentialVerdict {
  const { faults, rest } = inOrder(findings);
  const [first] = faults;
  const found = new Set([...faults, ...rest].map(({ id }) => id));
  // A slip is a wrong password under a better name.
  const isSlip = found.has('pwd.caps') || found.has('pwd.spaces');
  const missed = alwaysLookedAt.filter((id) => !found.has(id) && !(isSlip && id === 'pwd.wrong'));
  return {
    ok: first === undefined,
    ...(first && { cause: first.id, ...(first.detail && { detail: first.detail }) }),
    findings: [...faults, ...rest, ...missed.map((id) => ({ id, status: 'unknown' as const }))],
    ...facts,
  };
}
