import { TestRunner, type RunnerTestCase } from 'vitest';
import type { MutantsOfTest } from './mutant.ts';
import { runWithout, type Patience } from './switch.ts';

declare module 'vitest' {
  interface TaskMeta {
    mutants?: MutantsOfTest;
  }
}

/** As it is, a test takes what it takes. */
const unlimited: Patience = { steps: Infinity, time: 2 ** 31 - 1 };

/** Of all tests so far: what was noticed need not be noticed again. */
const noticed = new Set<string>();

/**
 * Runs each test as it is, and then once more for every check that it came by, with that check taken
 * out: where it fails, it notices.
 */
export default class MutantRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const body = TestRunner.getTestFn(test);
    const run = async () => {
      try {
        await body();
      } finally {
        await tidyUp(test);
      }
    };
    const start = performance.now();
    const { reached, steps } = await runWithout(undefined, unlimited, run);
    const time = performance.now() - start;
    const most = { steps: 10 * steps + 100_000, time: 10 * time + 5_000 };
    const own: string[] = [];
    for (const id of reached) {
      if (noticed.has(id) || !(await fails(id, most, run))) continue;
      noticed.add(id);
      own.push(id);
      // Nothing of it may be left behind, or others would be noticed by mistake.
      await runWithout(undefined, unlimited, run);
    }
    test.meta.mutants = { reached: [...reached], noticed: own };
  }
}

/** What a file does after each of its tests it does after each of their runs. */
async function tidyUp(test: RunnerTestCase): Promise<void> {
  for (let suite = test.suite ?? test.file; suite; suite = suite.suite ?? suite.file) {
    for (const hook of TestRunner.getSuiteHooks(suite).afterEach) await hook(test.context, suite);
    if (suite === test.file) return;
  }
}

async function fails(id: string, most: Patience, run: () => unknown): Promise<boolean> {
  try {
    await runWithout(id, most, run);
    return false;
  } catch {
    return true;
  }
}
