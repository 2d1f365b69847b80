/** The portal's page, its address and the browser's settings for it, each with its healthy twin. */
import { afterAll } from 'vitest';
import { pageFaults, stopServers } from './injected/page.ts';
import { runInjected } from './injected/run-injected.ts';

runInjected('page', pageFaults);
afterAll(stopServers);
