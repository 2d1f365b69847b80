import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

const architecture = ['tests/architecture.test.ts', 'tests/architecture/**/*.test.ts'];
const browser = ['tests/browser/**/*.test.ts'];

/** Test files share a hierarchy of certificates of one moment. */
const shared = {
  env: { FIRMA_LISTA_SHARED_PKI: join(tmpdir(), `firma-lista-shared-${process.pid}`) },
  globalSetup: 'tests/pki/remove-shared.ts',
};

export default defineConfig({
  test: {
    // A browser waits more than it works: three files at once, on a machine of two cores too.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...architecture, ...browser],
          // As far from Mexico as the clock goes: no result may depend on the machine's time zone.
          env: { ...shared.env, TZ: 'Pacific/Kiritimati' },
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
      {
        // A real Chromium with dist/ in it, each file with its own profile, servers and ports.
        test: {
          ...shared,
          name: 'browser',
          // Each has a browser of its own; what they load in Node is loaded once.
          isolate: false,
          include: browser,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A busy machine lets a browser miss a deadline; what fails twice is wrong.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
