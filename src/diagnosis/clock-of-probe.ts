import { known, type Facts } from './facts.ts';

/**
 * Where no page of the portal has told its time, the answer to our own request has.
 * @param now by this computer
 */
export function withClock(facts: Facts, now: Date): Facts {
  const offset = known(facts.network)?.portal.clockOffset;
  if (known(facts.clock) || offset === undefined) return facts;
  const server = new Date(now.getTime() + offset);
  return {
    ...facts,
    clock: {
      device: now.toISOString(),
      server: server.toISOString(),
      skew: Math.round(-offset / 1000),
    },
  };
}
