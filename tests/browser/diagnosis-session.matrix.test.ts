/** Old parts of the portal, sessions that hang and the form's own service, each with its healthy twin. */
import { runInjected } from './injected/run-injected.ts';
import { sessionFaults } from './injected/session.ts';

runInjected('session', sessionFaults);
