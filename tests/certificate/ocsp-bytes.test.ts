/** Whatever comes instead of an answer ends in a value, and never in «good». */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeOcspResponse, revocationGaps } from '../../src/certificate/index.ts';
import { der, explicit, octetString, sequence } from '../pki/der.ts';
import { writeOcspAnswer } from '../pki/ocsp-answer.ts';
import { at, nonce, useAnswers } from './ocsp-answers.ts';
import { usePki } from './pki.ts';

const pki = usePki();
const answers = useAnswers(pki);

const right = () => new Uint8Array(writeOcspAnswer(answers().right));
const judge = (bytes: Uint8Array) =>
  judgeOcspResponse(bytes, {
    certificate: answers().leaf,
    issuer: answers().issuer,
    nonce,
    at,
  });

async function expectUnknown(bytes: Uint8Array): Promise<void> {
  const status = await judge(bytes);
  expect(status.status).toBe('unknown');
  if (status.status === 'unknown') expect(revocationGaps).toContain(status.reason);
}

test('an answer with any one bit changed is no answer', async () => {
  const bits = fc.nat(right().length * 8 - 1);
  await fc.assert(
    fc.asyncProperty(bits, async (bit) => {
      const changed = right();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expectUnknown(changed);
    }),
    { numRuns: 200 },
  );
});

test('one that was cut is no answer, at any length', async () => {
  const whole = right();
  for (let length = 0; length < whole.length; length++) {
    expect(await judge(whole.subarray(0, length))).toEqual({
      status: 'unknown',
      reason: 'malformed',
    });
  }
});

test('one with something after it is no answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), async (more) => {
      await expectUnknown(Buffer.concat([right(), more]));
    }),
    { numRuns: 30 },
  );
});

test('bytes of no meaning are no answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await expectUnknown(bytes);
      const basic = sequence(Buffer.from('06092b0601050507300101', 'hex'), octetString(bytes));
      await expectUnknown(sequence(der(0x0a, Buffer.of(0)), explicit(0, basic)));
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['nothing', '', 'malformed'],
  ['a status alone that says all went well', '30030a0100', 'malformed'],
  ['every status that says it did not', '30030a0106', 'responder_error'],
  ['a status of two octets', '30040a020000', 'malformed'],
  ['a length that lies', '30840a0001000a0100', 'malformed'],
  ['a length without end', '30800a01000000', 'malformed'],
])('%s', async (_, hex, reason) => {
  expect(await judge(Buffer.from(hex, 'hex'))).toEqual({ status: 'unknown', reason });
});

test('a page of a hotel is no answer', async () => {
  const page = '<!doctype html><title>Acepta las condiciones del WiFi</title>'.repeat(100);
  expect(await judge(Buffer.from(page))).toEqual({ status: 'unknown', reason: 'malformed' });
});

test('what is too large is not read', async () => {
  const whole = right();
  const large = Buffer.concat([whole, new Uint8Array(65_537 - whole.length)]);
  expect(await judge(large)).toEqual({ status: 'unknown', reason: 'too_large' });
  expect(await judge(large.subarray(0, 65_536))).toEqual({
    status: 'unknown',
    reason: 'malformed',
  });
});

test('what is nested without end is no answer', async () => {
  const nested = Buffer.alloc(60_000, Buffer.from('3080', 'hex'));
  expect(await judge(nested)).toEqual({ status: 'unknown', reason: 'malformed' });
});
