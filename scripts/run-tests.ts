/** Runs the tests with vitest; what fails is named once more where one looks, in the end. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './run-program.ts';
import { strayErrorsVariable } from './stray-errors.ts';
import { readTestReport, sumOf, type FileResult, type Tally } from './test-report.ts';

/** What can be asked for, and the projects of vitest that it is. */
export const projects: Record<string, readonly string[]> = {
  unit: ['unit', 'replica'],
  architecture: ['architecture'],
  browser: ['browser'],
  matrix: ['matrix'],
};

const root = resolve(import.meta.dirname, '..');

interface TestRun {
  results: FileResult[];
  /** An error outside any test fails a run without failing a test. */
  isFailed: boolean;
  /** There was one, or nobody can tell. */
  hasStrayErrors: boolean;
}

async function runVitest(args: readonly string[]): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'firma-lista-test-'));
  const [report, stray] = [join(folder, 'report.json'), join(folder, 'stray')];
  const reporters = ['default', 'json', resolve(root, 'scripts/stray-errors.ts')];
  try {
    const succeeded = await run(
      'vitest',
      [
        'run',
        ...args,
        ...reporters.map((reporter) => `--reporter=${reporter}`),
        `--outputFile.json=${report}`,
      ],
      { [strayErrorsVariable]: stray },
    );
    return {
      results: readTestReport(readFileSync(report, 'utf8'), root),
      isFailed: !succeeded,
      hasStrayErrors: readFileSync(stray, 'utf8') !== '0',
    };
  } catch (error) {
    console.error(error);
    return { results: [], isFailed: true, hasStrayErrors: true };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failuresOf = (results: readonly FileResult[]) => results.flatMap(({ failures }) => failures);

function sayFailures(heading: string, results: readonly FileResult[]): void {
  console.log(`\n${heading}`);
  for (const { file, name, reason } of failuresOf(results)) {
    console.log(`  ${[file, name, reason].filter(Boolean).join(' › ')}`);
  }
}

/** More files than these do not miss a deadline by chance. */
const mostSecondTries = 5;

/**
 * Runs the tests of these projects and counts them. On a machine that tests (CI is set), a file with
 * a browser that failed is run once more, whole and by itself: its tests are steps of one way, and
 * none of them can be repeated alone. What went wrong outside every test stays wrong.
 */
export async function runTests(names: readonly string[]): Promise<Tally> {
  const asked = names.flatMap((name) => projects[name] ?? []);
  const first = await runVitest(asked.flatMap((name) => ['--project', name]));
  let { results, isFailed } = first;
  const failed = results.filter(({ failures }) => failures.length > 0);
  const mayTryAgain =
    process.env['CI'] !== undefined &&
    !first.hasStrayErrors &&
    failed.length > 0 &&
    failed.length <= mostSecondTries &&
    failed.every(({ file }) => file.startsWith('tests/browser/'));
  if (mayTryAgain) {
    sayFailures('Se prueban otra vez, cada archivo entero:', failed);
    const files = failed.map(({ file }) => file);
    const again = await runVitest([...files, '--project', 'browser', '--project', 'matrix']);
    results = [...results.filter(({ file }) => !files.includes(file)), ...again.results];
    ({ isFailed } = again);
    if (!isFailed) sayFailures('Fallaron la primera vez y no la segunda:', failed);
  }
  if (failuresOf(results).length > 0) sayFailures('Fallaron:', results);
  const sum = sumOf(results);
  return { ...sum, failed: sum.failed === 0 && isFailed ? 1 : sum.failed };
}
