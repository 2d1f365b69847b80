import type { Accounts } from '../accounts.ts';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Recorder } from '../log.ts';
import type { Pages } from '../pages.ts';
import type { Registry } from '../registry.ts';
import type { Sessions } from '../sessions.ts';
import type { Judge } from '../trust.ts';
import type { Variants } from '../variants.ts';

/** What every portal of the replica is given. */
export interface Context {
  clock: Clock;
  record: Recorder;
  pages: Pages;
  sessions: Sessions;
  judge: Judge;
  /** What goes wrong now. */
  faults: Readonly<Faults>;
  /** How the pages are now. */
  variants: Readonly<Variants>;
  accounts: Accounts;
  registry: Registry;
}
