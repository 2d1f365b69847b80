interface Answer {
  /** Net error without `ERR_`. */
  net?: string | undefined;
  http?: number | undefined;
}

/** Net error of what another extension stopped: what was asked for was never asked. */
export const blockedByClient = 'BLOCKED_BY_CLIENT';

/** Statuses below 500 with which a host turns everybody away, not only who asks without cookies. */
const turnedAway = 429;

/**
 * Whether a host did not answer as one that works. Its first page may be nobody's business: a
 * refusal is an answer too.
 */
export function isBrokenOff({ net, http = 0 }: Answer = {}): boolean {
  return (net !== undefined && net !== blockedByClient) || http >= 500 || http === turnedAway;
}
