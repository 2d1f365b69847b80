import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { callOf } from '../../src/app/report/call.ts';
import { speakSpanish, trialOf } from '../app/trial-words.ts';
import { expired, keptDiagnosis, reportOf, say } from './words.ts';

beforeAll(speakSpanish);
afterAll(() => {
  vi.unstubAllGlobals();
});

const diagnosis = { value: keptDiagnosis(expired) };
const trial = { value: trialOf({}, { cause: 'pwd.wrong' }) };

test('who can mend the cause comes first, with what to say: portal, cause, id and code', () => {
  const { whom, say: words } = callOf(reportOf({ diagnosis, trial }));
  expect(whom[0]).toContain('55\u00a0627\u00a022\u00a0728');
  expect(whom[1]).toContain('800\u00a0623\u00a02323');
  for (const part of ['Buzón IMSS', 'cert.expired', 'A3CE-4FHK']) expect(words).toContain(part);
});

test('without a diagnosis it is what the trial of the files came to', () => {
  const { whom, say: words } = callOf(reportOf({ trial }));
  expect(whom[0]).toBe(say('report_call_person'));
  expect(words).toContain('pwd.wrong');
});

test.each([
  ['11:59', 'cert.expired', '55\u00a0627\u00a022\u00a0728'],
  ['12:01', 'portal.down', '800\u00a0623\u00a02323'],
])('of a diagnosis at noon and a failure at %s the newer one is told', (time, id, number) => {
  const cause = { id: 'portal.down', certainty: 'likely', evidence: [] };
  const page = { at: `2026-11-22T${time}:00.000Z`, texts: [] };
  const failure = { value: { portal: 'idse', page, cause } };
  const { whom, say: words } = callOf(reportOf({ diagnosis, failure }));
  expect(words).toContain(id);
  expect(whom[0]).toContain(number);
});

test('with nothing known both numbers are there, and the code', () => {
  const { whom, say: words } = callOf(reportOf({}));
  expect(whom.join(' ')).toMatch(/800\u00a0623\u00a02323.*55\u00a0627\u00a022\u00a0728/);
  expect(words).toContain('K7PM-4XRT');
});
