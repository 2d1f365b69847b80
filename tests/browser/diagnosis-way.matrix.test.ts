/** The secure connection, and what a browser is told of names and proxies: longer than one waits for. */
import { describe } from 'vitest';
import { deadlineFaults, deadlineNoon } from './injected/deadline.ts';
import { runInjected } from './injected/run-injected.ts';
import { tlsFaults } from './injected/tls.ts';
import { wayFaults } from './injected/way.ts';

describe('the way there', () => {
  runInjected('way', wayFaults);
});

describe('a day of deadline', () => {
  runInjected('deadline', deadlineFaults, { now: deadlineNoon });
});

describe('the secure connection', () => {
  runInjected('tls', tlsFaults);
});
