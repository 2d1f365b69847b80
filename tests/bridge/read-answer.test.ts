import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/bridge/watch/read-answer.ts';

const read = (answer: unknown) => readAnswer(JSON.stringify(answer));

test.each<[string, unknown]>([
  ['an object', { resultado: 0 }],
  ['no JSON', '{resultado:0}'],
  ['JSON without a result', '{"texto":"x"}'],
  ['a list', '[0]'],
  ['nothing', 'null'],
  ['too much', JSON.stringify({ resultado: 0, firma: 'x'.repeat(5 * 1024 * 1024) })],
])('%s is no answer', (_, data) => {
  expect(readAnswer(data)).toBeUndefined();
});

test.each([1, -1, '1', null, false, '', [], {}])('%j is a refusal', (resultado) => {
  expect(read({ resultado, texto: '', mensaje: 'No' })).toEqual({
    answer: { accepted: false, text: 'No' },
  });
});

test('of a refusal its text alone is read', () => {
  const answer = { resultado: 5, texto: 'x'.repeat(500), folio: 'f', acuse: 'a', firma: 's' };
  expect(read(answer)).toEqual({ answer: { accepted: false, text: 'x'.repeat(300) } });
});

describe('what is for the record', () => {
  const accepted = { accepted: true };

  test('is read of a yes, and nothing beside it', () => {
    const receipt = { folio: 'f', acuse: 'https://a', serie_cert: '1', cadori: '||x||' };
    expect(read({ resultado: '0', ...receipt, firma: 's', rfc: 'r', texto: 'EXITO' })).toEqual({
      answer: accepted,
      receipt,
    });
  });

  test('is that of the first signature of several', () => {
    for (const firmas of [
      [{ folio: 'uno', firma: 's' }, { folio: 'dos' }],
      { 1: { folio: 'uno' } },
    ]) {
      expect(read({ resultado: 0, firmas })?.receipt).toEqual({ folio: 'uno' });
    }
  });

  test('is nothing without a folio or an address', () => {
    expect(read({ resultado: 0, serie_cert: '1', cadori: 'x' })).toEqual({ answer: accepted });
    expect(read({ resultado: 0, folio: 5, acuse: '' })).toEqual({ answer: accepted });
    expect(read({ resultado: 0, folio: 'x'.repeat(101) })).toEqual({ answer: accepted });
  });
});

test('whatever is sent, no signature gets through', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (fields, isYes) => {
      const answer = read({ ...fields, firma: 'SECRETO', resultado: isYes ? 0 : 1 });
      expect(JSON.stringify(answer)).not.toContain('SECRETO');
      expect(answer?.answer?.accepted).toBe(isYes);
    }),
  );
});
