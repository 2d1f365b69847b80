import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { redactedRfc } from '../../src/app/trial/redacted.ts';
import { supportReport } from '../../src/app/trial/support-report.ts';
import { card, speakSpanish, trialOf } from './trial-words.ts';

beforeAll(speakSpanish);
afterAll(() => {
  vi.unstubAllGlobals();
});

test('it has no name, CURP, whole RFC or whole number, and no word of what was signed', () => {
  const trial = trialOf(
    { revocation: { status: 'unknown', reason: 'not_allowed' } },
    {
      usable: false,
      cause: 'key.mismatch',
      belongsTo: { rfc: 'LIPX8001011H0', notBefore: card.notBefore, notAfter: card.notAfter },
    },
  );
  const text = supportReport({ ...trial, signedText: 'PULX9002151KA 8f1c' }, '1.2.3');
  const secrets = [card.rfc, card.curp, card.legalName, 'LIPX8001011H0', card.serialNumber, '8f1c'];
  expect(secrets.filter((secret) => secret !== undefined && text.includes(secret))).toEqual([]);
  expect(text).toContain('PULX******1KA');
  expect(text).toContain('LIPX******1H0');
  expect(text).toContain('termina en 3416');
});

test('it says what was looked at, what was not and why, with the ids of the interface', () => {
  const trial = trialOf(
    { dates: { status: 'fail' }, revocation: { status: 'unknown', reason: 'timeout' } },
    {
      cause: 'cert.expired',
      findings: [
        { id: 'cert.expired', status: 'fail' },
        { id: 'cert.pem', status: 'warning' },
        { id: 'key.plain_or_pem', status: 'warning', detail: 'plain' },
        { id: 'pwd.wrong', status: 'pass' },
      ],
    },
  );
  const lines = supportReport(trial, '1.2.3').split('\n');
  expect(lines[0]).toContain('1.2.3');
  expect(lines[2]).toMatch(/\[cert\.expired\]$/);
  expect(lines.filter((line) => line.includes('[cert.expired]'))).toHaveLength(1);
  expect(lines.find((line) => line.includes('[revocation: timeout]'))).toMatch(
    /^No se pudo comprobar/,
  );
  expect(lines.find((line) => line.includes('[cert.pem]'))).toMatch(/^Aviso/);
  expect(lines.at(-1)).toMatch(/^Aviso.*\[key\.plain_or_pem plain\]$/);
  expect(lines.filter((line) => line.includes('pwd.wrong'))).toEqual([]);
});

test('the date in an RFC is never shown, of whatever comes in its place nothing is', () => {
  const date = fc.stringMatching(/^\d{6}$/);
  const name = fc.stringMatching(/^[A-ZÑ&]{3,4}$/);
  const check = fc.stringMatching(/^[A-Z\d]{2}[A\d]$/);
  fc.assert(
    fc.property(name, date, check, (head, middle, tail) => {
      expect(redactedRfc(`${head}${middle}${tail}`)).toBe(`${head}******${tail}`);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (odd) => {
      fc.pre(!/^[\p{L}&]{3,4}\d{6}[A-Z\d]{3}$/u.test(odd));
      expect(redactedRfc(odd)).toBe('*************');
    }),
  );
});
