import type { OtherExtension, RepairId } from '../diagnosis/index.ts';
import type { PreviewItem, RepairPreview, RepairRun } from '../messages.ts';
import type { KnownPortal } from '../portals/index.ts';

export interface RepairContext {
  portal: KnownPortal;
  /** The tab with the portal's page, if one is open. */
  tabId?: number;
  /** What the person chose, once they said yes. */
  chosen: Pick<RepairRun, 'extensions' | 'minutes' | 'tabs'>;
  /** How suspicious an extension is after what was seen, 0 to 100. */
  score?: (extension: OtherExtension) => number;
}

export interface RunContext extends RepairContext {
  /** Id of the change that this run makes. */
  changeId: string;
  /** When it is made: ISO 8601, UTC. */
  at: string;
}

/** What was done, and what puts it back. */
export interface Repaired {
  /** Names of what was touched, for «Cambios que hice». */
  names: string[];
  /** JSON; waits in the browser's memory, closed to pages, until it can no longer be undone. */
  snapshot?: unknown;
  /** The tab where it loaded the page. */
  opened?: number;
}

/** Portals of the same host, with a frame in common, of the same site, or all. */
export type Reach = 'host' | 'frames' | 'site' | 'everywhere';

interface Shape {
  readonly id: RepairId;
  /** It ends the session at the portal, or those at every portal of its site. */
  readonly endsSession?: 'portal' | 'site';
  /** Where what it changes may tell on the next sign-in, if not only at the portals of the host. */
  readonly reach?: Reach;
  /**
   * Minutes for which it can be undone, or after which it puts itself back unless the person chose
   * others; 0 when there is nothing to put back.
   */
  readonly undoMinutes: number;
  /** What the person has to let the extension do first. */
  readonly needs?: NonNullable<RepairPreview['needs']>;
}

/** Done here, after the person saw what it touches and said yes. */
export interface AutomaticRepair extends Shape {
  readonly kind: 'automatic';
  /** It loads the page again by itself. */
  readonly reloads?: true;
  /** It outlives the browser, and can be undone whenever the person wants. */
  readonly isLasting?: true;
  /** It puts itself back after the minutes that the person chose. */
  readonly isTemporary?: true;
  /**
   * Whether the browser lets it, before anything is opened for it.
   * @throws FirmaError what is missing
   */
  check?(context: Pick<RepairContext, 'portal'>): Promise<void>;
  /** What it would touch, now. Changes nothing. */
  preview(context: RepairContext): Promise<PreviewItem[]>;
  /**
   * What `run` is about to touch, and what puts it back: kept before it begins, so that one that is
   * cut off half-way can be undone too.
   */
  prepare?(context: RunContext): Promise<Repaired>;
  /**
   * @param snapshot what `prepare` made; nothing that is not in there is touched
   * @throws FirmaError only when nothing was touched, or all of it is back
   */
  run(context: RunContext, snapshot: unknown): Promise<Repaired>;
  /**
   * Does the rest of a run that was cut off, so that nothing is left half done.
   * @param snapshot what `prepare` made, while it can still be put back: then nothing goes that is not
   * in there as it is now. Without it the browser has ended since, and all of it goes
   */
  finish?(context: Pick<RepairContext, 'portal'>, snapshot: unknown): Promise<void>;
  /** Doing it twice is harmless. */
  undo?(snapshot: unknown): Promise<void>;
}

/** Steps that only the person can take; the screen shows them. */
export interface GuidedRepair extends Shape {
  readonly kind: 'guided';
}

export type Repair = AutomaticRepair | GuidedRepair;
