import type { RevocationAnswer } from './revocation-answer.ts';

/** That a certificate was revoked, as it is remembered. Dates as ISO 8601, UTC. */
export interface KnownRevocation {
  /** Since when. */
  at: string;
  /** As long as the answer counts; absent when it did not say (RFC 6960 section 4.2.2.1). */
  until?: string;
}

/** What an answer leaves to be remembered: nothing, unless it says that one was revoked. */
export function knownRevocation(answer: RevocationAnswer): KnownRevocation | undefined {
  if (answer.status !== 'revoked') return undefined;
  const { revokedAt, nextUpdate } = answer;
  return { at: revokedAt, ...(nextUpdate !== undefined && { until: nextUpdate }) };
}
