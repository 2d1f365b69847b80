import brwOutdated from './brw-outdated.ts';
import cacheStale from './cache-stale.ts';
import certExpired from './cert-expired.ts';
import extInterference from './ext-interference.ts';
import type { Fault } from './fault.ts';

/** What the tour makes go wrong, one after the other. */
export const faults: readonly Fault[] = [certExpired, cacheStale, extInterference, brwOutdated];
