import type { Evidence } from '../evidence.ts';
import type { AccountFacts } from '../person-facts.ts';

/** What is known of the person's dealings with the portal. */
export function accountSignals({
  entered,
  failed = 0,
  failedThere = 0,
  rfcTyped,
}: AccountFacts): Evidence {
  return {
    ...(entered && { entered }),
    ...(failed > 0 && { failed }),
    ...(failedThere > 0 && { failedThere }),
    ...(rfcTyped && { rfcTyped }),
  };
}
