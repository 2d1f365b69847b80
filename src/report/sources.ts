/** What a report is made of, each read by itself. Nothing here is trusted to have its shape. */
import type { Unreadable } from './report.ts';

/** Undefined while it is being read. */
export type Source = { value: unknown } | { failed: Unreadable } | undefined;

export interface Sources {
  /** `KeptDiagnosis` of `storage.session`. */
  diagnosis: Source;
  /** `SeenFailure` of `storage.session`. */
  failure: Source;
  /** `CardSummary` of `storage.local`. */
  kept: Source;
  /** `CardSummary` of `storage.session`. */
  inMemory: Source;
  /** `Change[]` of the service worker. */
  changes: Source;
  /** `AuditView` of the service worker. */
  history: Source;
  /** What the browser calls itself. */
  browser: Source;
  /** `Trial` that this page has shown. */
  trial: Source;
}

/** When, by what, about what: known at once. */
export interface Occasion {
  reference: string;
  at: Date;
  /** Minutes that this computer's clock is ahead of UTC. */
  offset: number;
  /** Of the extension. */
  version: string;
  error?: string | undefined;
  /** The person wants the names of the other extensions in it. */
  namesExtensions: boolean;
}

/** The text of a key of the locale; empty for a key that it has not: ids are known by that. */
export type Say = (key: string) => string;
