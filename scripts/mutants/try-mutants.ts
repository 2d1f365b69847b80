import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { BaseSequencer, startVitest, type TestSpecification } from 'vitest/node';
import type { MutantsOfTest } from './mutant.ts';
import { withSwitches } from './plugin.ts';

/** The tests of what is taken apart, those first that take least. */
const tests = [
  'tests/certificate/known-revocation.test.ts',
  'tests/certificate/public-keys-at-hand.test.ts',
  'tests/certificate/asn1-parts.test.ts',
  'tests/certificate/chain-shapes.test.ts',
  'tests/certificate/chain-parts.test.ts',
  'tests/certificate/chain-anchors.test.ts',
  'tests/certificate/chain-rules.test.ts',
  'tests/certificate/chain-names.test.ts',
  'tests/certificate/chain-policies.test.ts',
  'tests/certificate/ocsp-rules.test.ts',
  'tests/certificate/ocsp-shapes.test.ts',
  'tests/certificate/ocsp-delegates.test.ts',
  'tests/evidence/revocation-whom.test.ts',
  'tests/evidence/revocation-asking.test.ts',
  'tests/certificate/crl-shapes.test.ts',
  'tests/certificate/crl.test.ts',
  'tests/certificate/chain-search.test.ts',
  'tests/certificate/ocsp-bytes.test.ts',
];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  return tests.findIndex((test) => moduleId.endsWith(test));
}

/** What the tests said, by the name of each; nothing where one failed as it is. */
export async function tryMutants(
  files: readonly string[],
): Promise<ReadonlyMap<string, MutantsOfTest> | undefined> {
  const vitest = await startVitest(
    'test',
    [...tests],
    {
      config: false,
      include: tests,
      watch: false,
      silent: true,
      execArgv: ['--no-warnings'],
      // A test that fails may leave something behind that fails after it.
      onUnhandledError: () => false,
      // One after the other in one process, which knows what was noticed.
      maxWorkers: 1,
      isolate: false,
      sequence: { sequencer: InOrder },
      runner: resolve(import.meta.dirname, 'runner.ts'),
      testTimeout: 60_000,
      hookTimeout: 60_000,
      globalSetup: 'tests/pki/remove-shared.ts',
      env: {
        TZ: 'Pacific/Kiritimati',
        FIRMA_LISTA_SHARED_PKI: join(tmpdir(), `firma-lista-shared-${process.pid}`),
        // What others cannot repeat proves nothing to them.
        FIRMA_LISTA_SAT_FIXTURES: 'none',
      },
    },
    { plugins: [withSwitches(files)] },
  );
  const said = new Map<string, MutantsOfTest>();
  for (const module of vitest.state.getTestModules()) {
    for (const test of module.children.allTests()) {
      const { mutants } = test.meta();
      if (mutants) said.set(`${relative('', module.moduleId)} > ${test.fullName}`, mutants);
    }
  }
  await vitest.close();
  return process.exitCode ? undefined : said;
}
