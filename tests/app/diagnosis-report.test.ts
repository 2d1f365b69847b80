import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diagnosisReport } from '../../src/app/diagnosis/diagnosis-report.ts';
import { diagnose, signals, type Facts } from '../../src/diagnosis/index.ts';
import type { DiagnosisView } from '../../src/messages.ts';
import { at, healthy } from '../diagnosis/checks/healthy.ts';
import { speakSpanish } from './trial-words.ts';

beforeAll(speakSpanish);
afterAll(() => {
  vi.unstubAllGlobals();
});

/** Somebody who is turned away by a message with a name in it, past an extension with a name. */
const facts: Facts = {
  ...healthy,
  credential: { ...healthy.credential, rfc: 'PULX9002151KA', notAfter: '2026-01-01T00:00:00Z' },
  page: { ...healthy.page, texts: [{ text: 'Hola, Ximena', class: 'not_valid_date' }] },
  extensions: { missing: 'management' },
};

function reportOf(): string {
  const seen = signals(facts, at);
  const { causes, findings, failureSeen } = diagnose(seen, facts, { at });
  const view: DiagnosisView = {
    at: at.toISOString(),
    portal: 'buzon-imss',
    signals: seen,
    causes: causes.slice(0, 3),
    findings,
    failureSeen,
    textsVersion: '2026-11-22',
  };
  return diagnosisReport(view, '1.2.3');
}

test('it says the causes, what was seen, and what could not be looked at and why', () => {
  const lines = reportOf().split('\n');
  expect(lines[0]).toContain('1.2.3');
  expect(lines[2]).toMatch(/^La causa es.*\[cert\.expired\]$/);
  expect(lines).toContain('cert: expired');
  expect(lines).toContain('conflicting-extension: management');
});

test('it has no RFC, no name, no date of the e.firma, and no word that a portal said', () => {
  const text = reportOf();
  expect(
    ['PULX', 'Ximena', '2026-01-01', 'undefined'].filter((word) => text.includes(word)),
  ).toEqual([]);
});
