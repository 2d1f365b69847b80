/**
 * What `npm test` runs: format, lint, types and unused code, which take a minute in all, then the
 * build and the tests. It goes on after a failure, so that one run shows everything, and says in the
 * end which steps failed. `npm test -- unit browser` runs those tests only, `npm test -- matrix` every
 * portal against every failure and every screen in every look, `npm test -- all` all that there is.
 */
import { buildExtension } from './build.ts';
import { run } from './run-program.ts';
import { projects, runTests } from './run-tests.ts';
import type { Tally } from './test-report.ts';

/** What takes longer than one waits at each change is run when it is asked for. */
const usual = Object.keys(projects).filter((name) => name !== 'matrix');

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
