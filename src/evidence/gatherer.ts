import type { ClockReading } from '../clock.ts';
import type { Bytes } from '../certificate/index.ts';
import type { AskedFacts, FactName, Facts, PageFacts } from '../diagnosis/index.ts';
import type { KnownPortal } from '../portals/index.ts';

/** What is known before anybody looks. */
export interface Scene {
  portal?: KnownPortal;
  /** The tab with the portal's page. */
  tabId?: number;
  /** What was seen of the attempt in that tab, or of the last one that failed. */
  attempt?: PageFacts;
  /** DER of the e.firma used last, and of every other one. */
  certificates?: {
    chosen: Bytes;
    others: readonly Bytes[];
    /** Since when the person says to be registered where. */
    registrations?: readonly { portal: string; since: string }[];
  };
  /** Of the portal. */
  clock?: ClockReading;
  asked?: AskedFacts;
  /** Ids of the extensions that are paused. */
  paused: readonly string[];
}

/** Looks at one kind of thing; never throws for what it cannot see, but says why. */
export interface Gatherer<Name extends FactName = FactName> {
  readonly name: Name;
  /** `local` needs no network and answers at once. */
  readonly depth: 'local' | 'full';
  gather(scene: Scene): Promise<NonNullable<Facts[Name]>>;
}

export function defineGatherer<Name extends FactName>(gatherer: Gatherer<Name>): Gatherer<Name> {
  return gatherer;
}
