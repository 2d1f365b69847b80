/** What the browser passes for, the system that it is in, and who decides over it. */
import { describe } from 'vitest';
import { policyFaults } from './injected/policy.ts';
import { runInjected } from './injected/run-injected.ts';
import { spoofFaults } from './injected/spoof.ts';
import { systemFaults } from './injected/system.ts';

describe('another extension passes it off for another browser', () => {
  runInjected('spoof', spoofFaults);
});

describe('the system', () => {
  runInjected('system', systemFaults);
});

describe('an administrator forbids it', () => {
  runInjected('policy', policyFaults);
});
