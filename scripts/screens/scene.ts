import type { Page } from 'playwright-core';
import type { Popup } from '../popup.ts';
import type { Stage } from '../stage.ts';

/** One screen in one state, and how a person gets there. */
export interface Scene {
  /** Also the name of its pictures. */
  name: string;
  of: 'app' | 'popup' | 'approval';
  show: (stage: Stage) => Promise<Page | Popup>;
  /** Puts back what {@link show} changed, once the screen is closed. */
  after?: (stage: Stage) => Promise<void>;
}

/** Scenes that share a beginning, and do not need each other. Acts only add to what is there. */
export interface Act {
  name: string;
  /** Gives the stage on which its scenes play when it is not the common one; the act ends with it. */
  prepare: (stage: Stage) => Promise<Stage | undefined>;
  scenes: readonly Scene[];
}
