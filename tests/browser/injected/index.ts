import { credentialFaults } from './credential.ts';
import { deadlineFaults } from './deadline.ts';
import { edgeFaults } from './edge.ts';
import type { InjectedFault } from './injected-fault.ts';
import { networkFaults } from './network.ts';
import { pageFaults } from './page.ts';
import { policyFaults } from './policy.ts';
import { refusalFaults } from './refusals.ts';
import { sessionFaults } from './session.ts';
import { spoofFaults } from './spoof.ts';
import { systemFaults } from './system.ts';
import { tlsFaults } from './tls.ts';
import { tourFaults } from './tour.ts';
import { wayFaults } from './way.ts';

/** Every list of injected faults, by the name under which its test records what it came to. */
export const injectedLists: Readonly<Record<string, readonly InjectedFault[]>> = {
  credential: credentialFaults,
  deadline: deadlineFaults,
  edge: edgeFaults,
  network: networkFaults,
  page: pageFaults,
  policy: policyFaults,
  refusals: refusalFaults,
  session: sessionFaults,
  spoof: spoofFaults,
  system: systemFaults,
  tls: tlsFaults,
  tour: tourFaults,
  way: wayFaults,
};
