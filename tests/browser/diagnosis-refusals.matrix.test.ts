/** What portals say when they refuse somebody, sentence by sentence, each with its healthy twin. */
import { refusalFaults } from './injected/refusals.ts';
import { runInjected } from './injected/run-injected.ts';

runInjected('refusals', refusalFaults);
