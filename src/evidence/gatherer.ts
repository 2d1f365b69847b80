import type { ClockReading } from '../clock.ts';
import type { Bytes } from '../certificate/index.ts';
import type { AskedFacts, FactName, Facts, PageFacts, RefusedFiles } from '../diagnosis/index.ts';
import type { KnownPortal } from '../portals/index.ts';

/** A load of the sign-in page of a portal. */
export interface PageAnswer {
  /** Milliseconds since the epoch, by this computer. */
  at: number;
  /** A server error, or no answer. */
  isBroken: boolean;
}

/** A portal let somebody in, or somebody made an account there. */
export interface PortalEvent {
  portal: string;
  what: 'entered' | 'registered';
  /** ISO 8601, UTC */
  at: string;
  /** With the e.firma used last. */
  isChosen: boolean;
}

/** Attempts in a row that a portal turned down. */
export interface Failures {
  /** Since it let anybody in. */
  all: number;
  /** With each e.firma since it let that one in, by the id of its record. */
  by: Record<string, number>;
  /** The same, where nobody knows with which. */
  unknown: number;
}

/** What is known before anybody looks. */
export interface Scene {
  portal?: KnownPortal;
  /** The tab with the portal's page. */
  tabId?: number;
  /** The tab where the person asked, whatever is in it; its address only where we may see it. */
  tab?: { id: number; url?: string };
  /** What was seen of the attempt in that tab, or of the last one that failed. */
  attempt?: PageFacts;
  /** DER of the e.firma used last, and of every other one. */
  certificates?: {
    chosen: Bytes;
    /** Of the record of that one. */
    id: string;
    others: readonly Bytes[];
    /** Since when the person says to be registered where. */
    registrations?: readonly { portal: string; since: string }[];
    /** Of this RFC, whichever e.firma it was with. */
    history: readonly PortalEvent[];
    /** There is none of another RFC. */
    isOnlyHolder: boolean;
  };
  /** Of the portal. */
  clock?: ClockReading;
  asked?: AskedFacts;
  /** The connection could be why somebody cannot get in: only then other sites are asked. */
  mayBeNetwork?: boolean;
  /** Of the portal's sign-in page, oldest first. */
  answers?: readonly PageAnswer[];
  /** Of the portal; only while this attempt is failing. */
  failures?: Failures;
  /** Files that were brought lately, and refused. */
  refused?: RefusedFiles;
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
