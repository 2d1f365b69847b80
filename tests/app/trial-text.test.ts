import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { revocationGaps } from '../../src/certificate/revocation/revocation-status.ts';
import { isUsable, momentOf, problemOfTrial, reasonOf } from '../../src/app/trial/trial-text.ts';
import { speakSpanish, trialOf } from './trial-words.ts';

beforeAll(speakSpanish);
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('what went wrong in a trial', () => {
  test('a revoked e.firma is told before its dates, and is of no use', () => {
    const trial = trialOf(
      { dates: { status: 'fail' }, revocation: { status: 'fail' } },
      { cause: 'cert.expired' },
    );
    expect(problemOfTrial(trial)?.id).toBe('cert.revoked');
    expect(isUsable(trial)).toBe(false);
  });

  test('a test signature that is not of the certificate is told as a mismatch', () => {
    const trial = trialOf({ signature: { status: 'fail' } });
    expect(problemOfTrial(trial)?.id).toBe('key.mismatch');
    expect(isUsable(trial)).toBe(false);
  });

  test('a certificate with a key that is no good is not told as a mismatch', () => {
    const trial = trialOf(
      { signature: { status: 'fail' } },
      { cause: 'cert.weak_alg', detail: 'small_exponent' },
    );
    expect(problemOfTrial(trial)).toMatchObject({ id: 'cert.weak_alg', detail: 'small_exponent' });
    expect(isUsable(trial)).toBe(false);
  });

  test('what the files have is told by its own cause and detail', () => {
    const trial = trialOf(
      { files: { status: 'fail' } },
      { usable: false, cause: 'cert.corrupt', detail: 'html' },
    );
    expect(problemOfTrial(trial)).toMatchObject({
      id: 'cert.corrupt',
      text: expect.stringContaining('página de internet') as string,
    });
    expect(isUsable(trial)).toBe(false);
  });

  test('an expired one still opens and signs', () => {
    const trial = trialOf({ dates: { status: 'fail' } }, { cause: 'cert.expired' });
    expect(problemOfTrial(trial)?.id).toBe('cert.expired');
    expect(isUsable(trial)).toBe(true);
  });

  test('what could not be looked at is no fault', () => {
    const trial = trialOf({ revocation: { status: 'unknown', reason: 'not_allowed' } });
    expect(problemOfTrial(trial)).toBeUndefined();
  });
});

describe('why a step is not simply well', () => {
  const plain = [
    'not_reached',
    'key_in_clear',
    'originals_not_kept',
    'password_not_given',
  ] as const;

  test.each([...revocationGaps, ...plain, 'signature_wrong' as const])(
    '%s has a sentence',
    (reason) => {
      expect(reasonOf({ id: 'revocation', status: 'unknown', reason })).toMatch(/^\p{L}.+\.$/u);
    },
  );

  test('no two sentences are the same', () => {
    const told = [...revocationGaps, ...plain].map((reason) =>
      reasonOf({ id: 'revocation', status: 'unknown', reason }),
    );
    expect(new Set(told).size).toBe(told.length);
  });

  test('of a revoked one, since when', () => {
    const revoked = { at: '2026-05-17T06:33:00.000Z', asOf: '2026-05-18T00:00:00.000Z' };
    expect(reasonOf({ id: 'revocation', status: 'fail', reason: 'cert.revoked', revoked })).toMatch(
      /revocada desde el 17 de mayo de 2026/,
    );
  });

  test('a finding has its own sentence beside the steps, and what is well needs none', () => {
    expect(reasonOf({ id: 'issuer', status: 'warning', reason: 'cert.untrusted' })).toBe('');
    expect(reasonOf({ id: 'pair', status: 'pass' })).toBe('');
  });
});

test('the moment is told in the time of central Mexico, and by whose clock', () => {
  const at = '2026-05-17T06:33:00.000Z';
  expect(momentOf({ at, clock: 'portal' })).toMatch(/17 de mayo de 2026 a las 00:33.*del portal/);
  expect(momentOf({ at, clock: 'computer' })).toMatch(/de tu equipo/);
});
