/** Wrong files and passwords, accounts and forms, each with its healthy twin. */
import { credentialFaults } from './injected/credential.ts';
import { runInjected } from './injected/run-injected.ts';

runInjected('credential', credentialFaults);
