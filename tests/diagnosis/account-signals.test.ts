import { describe, expect, test } from 'vitest';
import { diagnose, signals, type AskedFacts, type Facts } from '../../src/diagnosis/index.ts';
import { credential, page } from './facts.ts';

const at = new Date('2026-11-22T12:00:00Z');
/** The portal turns away, without saying why, an e.firma that is as it has to be. */
const refused: Facts = {
  credential,
  page: { ...page, texts: [{ text: 'Credenciales incorrectas', class: 'auth_generic' }] },
};
const renewed = { ...credential, notBefore: '2026-11-17T12:00:00.000Z' };

const placeOf = (cause: string, facts: Facts): number => {
  const { causes } = diagnose(signals(facts, at), facts, { at });
  return causes.findIndex(({ id }) => id === cause);
};

describe('an account that has the e.firma before this one', () => {
  test('is the cause where an earlier one got in and this one has not', () => {
    const facts: Facts = { ...refused, credential: renewed, account: { entered: 'with_older' } };
    expect(placeOf('acc.efirma_not_updated', facts)).toBe(0);
  });

  test('however long ago it was renewed: that it is recent only adds to it', () => {
    const facts: Facts = { ...refused, account: { entered: 'with_older' } };
    expect(signals(facts, at).certAgeDays).toBe(730);
    expect(placeOf('acc.efirma_not_updated', facts)).toBe(0);
  });

  test('is none once this one got in, be it days old', () => {
    const facts: Facts = { ...refused, credential: renewed, account: { entered: 'with_this' } };
    expect(placeOf('acc.efirma_not_updated', facts)).not.toBe(0);
  });
});

describe('what the person answers', () => {
  const answering = (answers: AskedFacts['answers'], facts: Facts = {}) =>
    signals({ ...facts, asked: { ...(answers && { answers }) } }, at);

  test('is evidence', () => {
    expect(answering({ vpn: 'yes', registered: 'now' })).toMatchObject({
      vpn: true,
      registeredMin: 10,
    });
  });

  test('counts for less than what was seen', () => {
    expect(answering({ entered: 'never' }, { account: { entered: 'with_this' } }).entered).toBe(
      'with_this',
    );
  });

  test('is nothing where they do not know, or nobody knows the answer', () => {
    expect(answering({ vpn: 'unsure' })).toEqual({});
    expect(answering({ vpn: 'quizá' } as never)).toEqual({});
  });

  test('is no failure by itself', () => {
    const asked: AskedFacts = { answers: { entered: 'never', vpn: 'yes' } };
    const facts: Facts = { credential, page, asked };
    expect(diagnose(signals(facts, at), facts, { at }).failureSeen).toBe(false);
  });
});

test('attempts that were turned down are counted, none is no failure', () => {
  expect(signals({ account: { failed: 3, failedThere: 5, rfcTyped: 'differs' } }, at)).toEqual({
    failed: 3,
    failedThere: 5,
    rfcTyped: 'differs',
  });
  expect(signals({ account: { failed: 0, failedThere: 0 } }, at)).toEqual({});
});
