import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

const architecture = ['tests/architecture.test.ts', 'tests/architecture/**/*.test.ts'];
const browser = ['tests/browser/**/*.test.ts'];
const matrix = ['tests/browser/**/*.matrix.test.ts'];
const replica = ['tests/replica/**/*.test.ts'];

/** As far from Mexico as the clock goes: no result may depend on the machine's time zone. */
const TZ = 'Pacific/Kiritimati';

/** Test files share a hierarchy of certificates of one moment. */
const shared = {
  env: { FIRMA_LISTA_SHARED_PKI: join(tmpdir(), `firma-lista-shared-${process.pid}`) },
  globalSetup: 'tests/pki/remove-shared.ts',
};

/** A real Chromium with dist/ in it, each file with its own profile, servers and ports. */
const inBrowser = {
  ...shared,
  // Each has a browser of its own; what they load in Node is loaded once.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // What comes by itself comes when a busy machine gets to it.
  expect: { poll: { timeout: 10_000, interval: 50 } },
};

export default defineConfig({
  test: {
    // What a browser does takes more than a core: more files at once would only wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...architecture, ...browser, ...replica],
          env: { ...shared.env, TZ },
          // Words and rules: nothing that one file leaves behind is in the way of the next.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Servers: each file in a process of its own.
        test: {
          ...shared,
          name: 'replica',
          include: replica,
          env: { ...shared.env, TZ },
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Reads the tree and dist/.
        test: {
          name: 'architecture',
          include: architecture,
          testTimeout: 60_000,
          // What breaks a rule is named in full.
          chaiConfig: { truncateThreshold: 0 },
        },
      },
      { test: { ...inBrowser, name: 'browser', include: browser, exclude: matrix } },
      // Every portal against every failure, every screen in every state: longer than one waits for.
      { test: { ...inBrowser, name: 'matrix', include: matrix } },
    ],
  },
});
