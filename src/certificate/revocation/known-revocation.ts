import type { RevocationAnswer } from './revocation-answer.ts';

/** That a certificate was revoked, as it is remembered. Dates as ISO 8601, UTC. */
export interface KnownRevocation {
  /** Since when. */
  at: string;
  /** When its issuer was known to say so (`thisUpdate`, RFC 6960 section 4.2.2.1). */
  asOf: string;
}

/**
 * What is remembered after an answer. Revoked stays revoked, however long ago it was said and
 * whoever cannot be asked: only its issuer takes it back, in an answer that is not older.
 * @returns `before` itself when nothing changes
 */
export function knownRevocation(
  answer: RevocationAnswer,
  before?: KnownRevocation,
): KnownRevocation | undefined {
  if (answer.status === 'unknown' || (before && answer.thisUpdate < before.asOf)) return before;
  if (answer.status === 'good') return undefined;
  const { revokedAt: at, thisUpdate: asOf } = answer;
  return before?.at === at && before.asOf === asOf ? before : { at, asOf };
}
