import type { Page } from 'playwright-core';
import type { CauseId } from '../../../src/diagnosis/index.ts';
import type { Scene } from './scene.ts';

/** Something that goes wrong for real, and that the extension has to find out by itself. */
export interface Fault {
  /** The cause that the extension has to name. */
  readonly id: CauseId;
  /** Null where nothing that the extension can do lets the person in. */
  readonly signedInAfter: true | null;
  /**
   * Makes it happen, and tries to sign in as far as that goes.
   * @returns the portal's page, as the person has it before them
   */
  inject(scene: Scene): Promise<Page>;
  /** Does what the screen of the diagnosis says. Signing in must work from then on. */
  mend(scene: Scene, screen: Page): Promise<void>;
}
