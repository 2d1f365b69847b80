import type { Page } from 'playwright-core';
import type { Scene } from '../../../scripts/tour/faults/scene.ts';
import type { CauseId, Evidence } from '../../../src/diagnosis/index.ts';
import type { DiagnosisRequest } from '../../../src/messages.ts';
import type { PortalId } from '../../../src/portals/index.ts';

/**
 * Starts the browser of a scene, and leaves in it what the faults that share it need: an e.firma
 * that is kept, permissions, another extension, preferences of the profile.
 */
export type OpenBrowser = (scene: Scene) => Promise<void>;

/** A value; or, for what no two runs have alike, what must be true of it. */
export type ExpectedSignals = {
  readonly [Name in keyof Evidence]?:
    Evidence[Name] | ((value: NonNullable<Evidence[Name]>) => boolean);
};

/** What a computer must have for a fault to be made on it. */
export interface Need {
  /** Why it is passed over where this is missing. */
  readonly missing: string;
  readonly isMet: boolean;
}

/**
 * Something that goes wrong for real in a real browser, by what a server, the network, another
 * extension, a clock, a file, a profile or the browser's identity does; never by our own code.
 */
export interface InjectedFault {
  /** A name of its own among all lists: `net-dns-portal`. */
  readonly id: string;
  /** What the extension has to name. */
  readonly cause: CauseId;
  readonly portal: PortalId;
  readonly needs?: Need;
  /** Faults with the very same function share a browser. An e.firma that works is kept without it. */
  readonly open?: OpenBrowser;
  /**
   * Makes it happen, and tries to sign in as far as that goes.
   * @returns the page that the person has before them
   */
  inject(scene: Scene): Promise<Page>;
  /** What the person says, where nothing was seen to fail. */
  readonly asked?: NonNullable<DiagnosisRequest['asked']>;
  /** What they answer to the questions that are put one by one, where only that decides. */
  readonly answers?: NonNullable<DiagnosisRequest['answers']>;
  /** What the worker has to judge by; it may have seen more. */
  readonly signals: ExpectedSignals;
  /**
   * The same scene when it is healthy, with all that is not the fault itself. Nothing may be named.
   * Why there is none, in words, where there cannot be one.
   */
  readonly twin: ((scene: Scene) => Promise<Page>) | string;
}
