/** Connections that do not come about, and servers that do not answer as they should. */
import { networkFaults } from './injected/network.ts';
import { runInjected } from './injected/run-injected.ts';

runInjected('network', networkFaults);
