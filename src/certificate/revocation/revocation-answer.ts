import type { RevocationReason } from './revocation-reason.ts';
import type { RevocationGap, RevocationStatus } from './revocation-status.ts';

/** A {@link RevocationStatus} as it travels and waits: dates as ISO 8601, UTC. */
export type RevocationAnswer =
  | {
      status: 'good';
      thisUpdate: string;
      nextUpdate?: string;
      /** Address of who said so. */
      asked: string;
    }
  | {
      status: 'revoked';
      revokedAt: string;
      reason?: RevocationReason;
      thisUpdate: string;
      nextUpdate?: string;
      asked: string;
    }
  | {
      status: 'unknown';
      reason: RevocationGap;
      /** Address of who would have to say so, where there is one. */
      asked?: string;
    };

/** @param asked the address that it came from, or did not come from */
export function revocationAnswer(status: RevocationStatus, asked: string): RevocationAnswer {
  if (status.status === 'unknown') return { ...status, asked };
  const { thisUpdate, nextUpdate, ...rest } = status;
  const dates = {
    thisUpdate: thisUpdate.toISOString(),
    ...(nextUpdate && { nextUpdate: nextUpdate.toISOString() }),
    asked,
  };
  if (rest.status === 'good') return { ...rest, ...dates };
  return { ...rest, ...dates, revokedAt: rest.revokedAt.toISOString() };
}
