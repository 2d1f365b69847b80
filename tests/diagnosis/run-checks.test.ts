import { expect, test } from 'vitest';
import { defineCheck } from '../../src/diagnosis/checks/check.ts';
import { checks } from '../../src/diagnosis/checks/index.ts';
import { missingReasons, type Facts } from '../../src/diagnosis/facts.ts';
import { outcomeOf, runChecks } from '../../src/diagnosis/run-checks.ts';
import { clock, credential } from './facts.ts';

const at = new Date('2026-11-22T12:00:00Z');

const expiry = defineCheck({
  id: 'expiry',
  group: 'certificate',
  needs: ['credential', 'clock'],
  judge: ({ credential: { notAfter }, clock: { server } }) => ({
    status: server > notAfter ? 'fail' : 'pass',
  }),
});
const broken = defineCheck({
  id: 'broken',
  group: 'certificate',
  needs: ['credential'],
  judge() {
    throw new TypeError('notAfter of undefined');
  },
});

test('a check is judged when everything that it needs was found', () => {
  expect(outcomeOf(expiry, { credential, clock }, at)).toEqual({ status: 'pass' });
});

test('a check is left out when nobody looked', () => {
  expect(outcomeOf(expiry, { credential }, at)).toBeUndefined();
  expect(outcomeOf(expiry, { credential: { missing: 'failed' } }, at)).toBeUndefined();
  const withoutNeeds = checks.filter(({ needs }) => needs.length === 0).map(({ id }) => id);
  expect(runChecks({}, at).map(({ id }) => id)).toEqual(withoutNeeds);
});

test.each(missingReasons)('a gap is told, never passed over: %s', (missing) => {
  const isNothingToCheck = /^no_(?:tab|portal|credential|reason|entry|registration)$/.test(missing);
  const facts: Facts = { credential: { missing }, clock };
  expect(outcomeOf(expiry, facts, at)).toEqual({
    status: isNothingToCheck ? 'not_applicable' : 'unknown',
    missing,
  });
});

test('a check that breaks is unknown', () => {
  expect(outcomeOf(broken, { credential }, at)).toEqual({ status: 'unknown', missing: 'failed' });
});

test('facts that are not what they should be break no other check', () => {
  const facts = {
    ...Object.fromEntries(checks.flatMap(({ needs }) => needs).map((name) => [name, {}])),
    credential,
  } as Facts;
  const findings = runChecks(facts, at);
  expect(findings.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
  expect(findings.every(({ evidence }) => Array.isArray(evidence))).toBe(true);
  expect(findings.find(({ id }) => id === 'expired-certificate')?.status).toBe('pass');
});
