/**
 * What `npm test` runs: format, lint, types and unused code, which take a minute in all, then the
 * build and the tests. It goes on after a failure, so that one run shows everything, and says in the
 * end which steps failed. `npm test -- unit browser` runs those tests only, `npm test -- matrix` every
 * portal against every failure and every screen in every look, `npm test -- all` all that there is.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildExtension } from './build.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What can be asked for, and the projects of vitest that it is. */
const projects: Record<string, readonly string[]> = {
  unit: ['unit', 'replica'],
  architecture: ['architecture'],
  browser: ['browser'],
  matrix: ['matrix'],
};

/** What takes longer than one waits at each change is run when it is asked for. */
const usual = Object.keys(projects).filter((name) => name !== 'matrix');

/** The program of a package, run by this very Node. */
const programs = {
  prettier: 'prettier/bin/prettier.cjs',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
} as const;

function run(program: keyof typeof programs, args: readonly string[]): Promise<boolean> {
  const path = resolve('node_modules', programs[program]);
  const running = spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((done, fail) => {
    running.on('error', fail);
    running.on('close', (status) => done(status === 0));
  });
}

const failedSteps: string[] = [];

/** Runs one step, says how it went and how long it took. */
async function step(name: string, task: () => boolean | Promise<boolean>): Promise<boolean> {
  console.log(`\n▸ ${name}`);
  const start = performance.now();
  const passed = await task();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? '✔' : '✘'} ${name} (${seconds} s)`);
  if (!passed) failedSteps.push(name);
  return passed;
}

/** Runs vitest and counts its tests; a file that could not even be loaded counts as one failure. */
async function runTests(names: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'firma-lista-test-'));
  const report = join(folder, 'report.json');
  try {
    const succeeded = await run('vitest', [
      'run',
      ...names.flatMap((name) => projects[name] ?? []).flatMap((name) => ['--project', name]),
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
const isAll = asked.join() === 'all';
const unknown = isAll ? [] : asked.filter((name) => !Object.hasOwn(projects, name));
if (unknown.length > 0) {
  console.error(
    `No hay pruebas «${unknown.join('», «')}»: son ${Object.keys(projects).join(', ')}, o all.`,
  );
  process.exit(2);
}
const wanted = isAll ? Object.keys(projects) : asked.length > 0 ? asked : usual;

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
function count(passed: boolean): void {
  if (passed) tally.passed++;
  else tally.failed++;
}

if (asked.length === 0 || isAll) {
  // It uses one core and takes as long as the three others: they run beside it.
  const formatted = step('Formato (prettier)', () =>
    run('prettier', ['--check', '--log-level=warn', '.']),
  );
  count(await step('Reglas (oxlint)', () => run('oxlint', ['--type-aware', '--deny-warnings'])));
  count(await step('Tipos (tsc)', () => run('tsc', [])));
  count(await step('Código sin usar (knip)', () => run('knip', [])));
  count(await formatted);
}
let testable = wanted;
if (wanted.some((name) => name !== 'unit')) {
  const built = await step('Extensión (vite build)', () => buildExtension('warn'));
  count(built);
  // Without a new build the rest would judge an old one.
  if (!built) testable = wanted.filter((name) => name === 'unit');
}
if (testable.length > 0) {
  await step(`Pruebas (${testable.join(', ')})`, async () => {
    const { passed, failed, skipped } = await runTests(testable);
    tally.passed += passed;
    tally.failed += failed;
    tally.skipped += skipped;
    return failed === 0;
  });
}

if (failedSteps.length > 0) console.log(`\n✘ Falló: ${failedSteps.join(', ')}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
