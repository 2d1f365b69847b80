import { known, type Facts } from './facts.ts';
import type { NetworkFacts } from './network-facts.ts';

/**
 * Where no page of the portal has told its time, the answer to one of our own requests has: that of
 * the portal; else that of the frame of its form, or of the other authority.
 * @param now by this computer
 */
export function withClock(facts: Facts, now: Date): Facts {
  const offset = offsetBy(known(facts.network));
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

function offsetBy(network: NetworkFacts | undefined): number | undefined {
  const asked = [network?.portal, network?.widget, network?.neighbour];
  return asked.map((probe) => probe?.clockOffset).find((offset) => offset !== undefined);
}
