/** What a run of the tests came to, read from vitest's JSON report. */
import { relative } from 'node:path';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** One test that failed, or a whole file that could not be loaded. */
export interface FailedTest {
  /** Its file, from the root of the repository, with slashes. */
  file: string;
  /** Empty when the file itself failed. */
  name: string;
  /** The first line of what it says. */
  reason: string;
}

export interface FileResult {
  file: string;
  tally: Tally;
  failures: readonly FailedTest[];
}

interface JsonReport {
  testResults: readonly {
    name: string;
    status: string;
    message?: string;
    assertionResults: readonly {
      fullName: string;
      status: string;
      failureMessages?: readonly string[];
    }[];
  }[];
}

const colour = /\u001B\[[\d;]*m/gu;

function firstLine(text: string | undefined): string {
  const lines = (text ?? '').replaceAll(colour, '').split('\n');
  return lines.find((line) => line.trim() !== '')?.trim() ?? '';
}

/**
 * The results of each file. A file that could not be loaded counts as one failure.
 * @param json of `vitest --reporter=json`
 * @throws SyntaxError when it is cut off
 */
export function readTestReport(json: string, root: string): FileResult[] {
  const { testResults } = JSON.parse(json) as JsonReport;
  return testResults.map(({ name: path, status, message, assertionResults }) => {
    const file = relative(root, path).replaceAll('\\', '/');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const failures = failed.map(({ fullName, failureMessages }) => ({
      file,
      name: fullName,
      reason: firstLine(failureMessages?.[0]),
    }));
    if (status === 'failed' && failures.length === 0) {
      failures.push({ file, name: '', reason: firstLine(message) });
    }
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const skipped = assertionResults.length - passed - failed.length;
    return { file, tally: { passed, failed: failures.length, skipped }, failures };
  });
}

export function sumOf(results: readonly FileResult[]): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { tally } of results) {
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
  }
  return sum;
}
