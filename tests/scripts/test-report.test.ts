import { expect, test } from 'vitest';
import { readTestReport, sumOf } from '../../scripts/test-report.ts';

const passed = { fullName: 'goes', status: 'passed', failureMessages: [] };
const failed = {
  fullName: 'stops',
  status: 'failed',
  failureMessages: ['\u001B[31m\nError: no door\n    at a.ts:1'],
};
const file = (name: string, status: string, rest: object) => ({
  name: `/tree/tests/${name}`,
  status,
  assertionResults: [],
  ...rest,
});
const read = (testResults: unknown) => readTestReport(JSON.stringify({ testResults }), '/tree');

test('each file has its sum, and each failure its first line', () => {
  const results = read([
    file('a.test.ts', 'failed', { assertionResults: [passed, failed] }),
    file('b.test.ts', 'passed', { assertionResults: [passed, { ...passed, status: 'skipped' }] }),
  ]);
  expect(results[0]?.failures).toEqual([
    { file: 'tests/a.test.ts', name: 'stops', reason: 'Error: no door' },
  ]);
  expect(sumOf(results)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a file that could not be loaded, or not be begun, is one failure', () => {
  const results = read([
    file('a.test.ts', 'failed', { message: 'Cannot find module' }),
    file('b.test.ts', 'failed', {
      message: 'beforeAll: no browser',
      assertionResults: [{ ...passed, status: 'skipped' }],
    }),
  ]);
  expect(results.flatMap(({ failures }) => failures.map(({ reason }) => reason))).toEqual([
    'Cannot find module',
    'beforeAll: no browser',
  ]);
  expect(sumOf(results)).toEqual({ passed: 0, failed: 2, skipped: 1 });
});
