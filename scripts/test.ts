/**
 * What `npm test` runs, in order: format, lint, types, unused code, build, tests. It goes on after
 * a failure, so that one run shows everything. `npm test -- unit browser` runs those projects only.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildExtension } from './build.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const projects = ['unit', 'architecture', 'browser'];

/** The program of a package, run by this very Node. */
const programs = {
  prettier: 'prettier/bin/prettier.cjs',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
} as const;

function run(program: keyof typeof programs, args: readonly string[]): boolean {
  const path = resolve('node_modules', programs[program]);
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status === 0;
}

/** Runs one step, says how it went and how long it took. */
function step(name: string, task: () => boolean): boolean {
  console.log(`\n▸ ${name}`);
  const start = performance.now();
  const passed = task();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? '✔' : '✘'} ${name} (${seconds} s)`);
  return passed;
}

/** Runs vitest and counts its tests; a file that could not even be loaded counts as one failure. */
function runTests(names: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'firma-lista-test-'));
  const report = join(folder, 'report.json');
  try {
    const succeeded = run('vitest', [
      'run',
      ...names.flatMap((name) => ['--project', name]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
      JSON.parse(readFileSync(report, 'utf8')) as {
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        numTodoTests: number;
        testResults: { status: string; assertionResults: unknown[] }[];
      };
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + unloaded;
    return {
      passed: numPassedTests,
      // An error outside any test fails the run without failing a test.
      failed: failed === 0 && !succeeded ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !projects.includes(name));
if (unknown.length > 0) {
  console.error(`No hay pruebas «${unknown.join('», «')}»: son ${projects.join(', ')}.`);
  process.exit(2);
}
const wanted = asked.length > 0 ? asked : projects;

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
function count(passed: boolean): void {
  if (passed) tally.passed++;
  else tally.failed++;
}

if (asked.length === 0) {
  count(step('Formato (prettier)', () => run('prettier', ['--check', '--log-level=warn', '.'])));
  count(step('Reglas (oxlint)', () => run('oxlint', ['--type-aware', '--deny-warnings'])));
  count(step('Tipos (tsc)', () => run('tsc', [])));
  count(step('Código sin usar (knip)', () => run('knip', [])));
}
let testable = wanted;
if (wanted.some((name) => name !== 'unit')) {
  const built = step('Extensión (vite build)', () => buildExtension('warn'));
  count(built);
  // Without a new build the rest would judge an old one.
  if (!built) testable = wanted.filter((name) => name === 'unit');
}
if (testable.length > 0) {
  step(`Pruebas (${testable.join(', ')})`, () => {
    const { passed, failed, skipped } = runTests(testable);
    tally.passed += passed;
    tally.failed += failed;
    tally.skipped += skipped;
    return failed === 0;
  });
}

console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
