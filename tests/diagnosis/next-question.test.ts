import { expect, test } from 'vitest';
import {
  causes,
  nextQuestion,
  questions,
  type Evidence,
  type Question,
  type SignalName,
} from '../../src/diagnosis/index.ts';
import { scenarios } from './scenarios.ts';

const goodFiles: Evidence = { cert: 'ok', key: 'ok', pwd: 'ok' };
const all: readonly Question[] = questions;

test('a portal that turns good files away without a word: whether it knew this e.firma', () => {
  expect(nextQuestion({ ...goodFiles, text: 'auth_generic' })?.id).toBe('entered');
});

test('a portal that refuses the connection: whether it comes by a VPN', () => {
  expect(nextQuestion({ ...goodFiles, http: 403 })?.id).toBe('vpn');
});

test('none is put twice: neither answered, nor left with «No sé», nor known otherwise', () => {
  const evidence: Evidence = { ...goodFiles, text: 'auth_generic' };
  expect(nextQuestion({ ...evidence, entered: 'never' })?.id).not.toBe('entered');
  expect(nextQuestion(evidence, [], ['entered'])?.id).not.toBe('entered');
});

test('none that tells only of causes that were ruled out', () => {
  const ruledOut = causes.map(({ id }) => id).filter((id) => id !== 'pwd.wrong');
  expect(nextQuestion({ text: 'auth_generic' }, ruledOut)).toBeUndefined();
});

test('none when the cause is known', () => {
  expect(nextQuestion({ net: 'CERT_DATE_INVALID', skew: 90_000 })).toBeUndefined();
  // A fact that stands by itself, though something else is nearly as likely.
  expect(nextQuestion({ rfcTyped: 'differs', text: 'trio_invalid' })).toBeUndefined();
});

test('none is needed in the scenarios whose cause is certain', () => {
  const known = scenarios.filter(({ sig }) => nextQuestion(sig) === undefined);
  expect(known.length).toBeGreaterThan(scenarios.length / 2);
});

test.each(all)(
  '$id settles what its answers say, and each answer says something else',
  (question) => {
    const settled = new Set(question.answers.flatMap(({ evidence }) => Object.keys(evidence)));
    expect([...settled].toSorted()).toEqual(question.signals.toSorted());
    const said = question.answers.map(({ evidence }) => JSON.stringify(evidence));
    expect(new Set(said).size).toBe(question.answers.length);
    expect(new Set(question.answers.map(({ id }) => id)).size).toBe(question.answers.length);
  },
);

test('no signal is settled by two questions', () => {
  const signals = all.flatMap((question): readonly SignalName[] => question.signals);
  expect(new Set(signals).size).toBe(signals.length);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
