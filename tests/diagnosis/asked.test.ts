import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CauseRow } from '../../src/diagnosis/causes/cause-row.ts';
import {
  causes,
  diagnose,
  nextQuestion,
  questions,
  type CauseId,
  type Evidence,
  type Question,
  type QuestionId,
} from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import { someEvidence } from './some-evidence.ts';

const rows: readonly CauseRow[] = causes;
const onlyByAsking = rows.filter((row) => row.onlyByAsking).map(({ id }) => id);

/** The questions that are put, one after another, as long as the person does not know. */
function questionsOf(evidence: Evidence, notThese?: readonly CauseId[]): QuestionId[] {
  const asked: QuestionId[] = [];
  for (;;) {
    const next = nextQuestion(evidence, notThese, asked);
    if (!next) return asked;
    asked.push(next.id);
  }
}

const good: Evidence = { cert: 'ok', key: 'ok', pwd: 'ok' };

/** What was seen before, the question, and the answer that tells. */
const settled: [
  cause: CauseId,
  before: Evidence,
  question: QuestionId,
  answer: string,
  ruledOut?: CauseId[],
][] = [
  ['cert.swap', { text: 'trio_invalid' }, 'slots', 'swapped'],
  ['cert.pem', { text: 'trio_invalid' }, 'converted', 'cert'],
  ['key.plain_or_pem', { text: 'trio_invalid' }, 'converted', 'key'],
  ['pwd.forgotten', { text: 'trio_invalid' }, 'password_typed', 'forgotten'],
  ['pwd.confused', { text: 'trio_invalid' }, 'password_typed', 'of_sat'],
  ['pwd.autofill', { text: 'trio_invalid' }, 'password_entry', 'autofill'],
  ['pwd.keyboard', { text: 'trio_invalid' }, 'password_entry', 'other_keyboard'],
  ['acc.request_expired', { ...good, text: 'auth_generic' }, 'request', 'yes'],
  ['acc.not_registered', { ...good, text: 'auth_generic' }, 'entered', 'never'],
  ['acc.efirma_not_updated', { ...good, text: 'auth_generic' }, 'entered', 'with_older'],
  ['acc.sync_wait', { ...good, text: 'not_registered', certAgeDays: 5 }, 'registered', 'now'],
  ['acc.rep_not_linked', { ...good, text: 'rfc_mismatch', rfcTyped: 'same' }, 'linked', 'no'],
  [
    'cert.revoked_by_error',
    { text: 'revoked', newerEfirma: false },
    'revocation',
    'no',
    ['cert.revoked'],
  ],
  ['cert.revoked_by_error', { text: 'revoked', askedRevocation: false }, 'newer', 'no'],
  ['cert.superseded', { text: 'revoked', askedRevocation: false }, 'newer', 'yes'],
  ['brw.profile_corrupt', { text: 'blank', extScore: 0 }, 'other_window', 'ok'],
  ['token.reused', { ...good, text: 'session_invalid' }, 'back', 'yes'],
  ['set.autodownload', { ...good, failed: 1 }, 'downloads', 'yes'],
  ['net.hosts_hijack', { net: 'CONNECTION_REFUSED' }, 'hosts', 'yes'],
  ['net.firewall', { net: 'CONNECTION_REFUSED' }, 'other_network', 'ok'],
  ['portal.down', { net: 'CONNECTION_REFUSED' }, 'other_network', 'fail'],
  ['net.vpn_geo', { ...good, http: 403 }, 'vpn', 'yes'],
  ['token.driver', { failed: 1 }, 'token', 'yes'],
  ['set.popups_blocked', { ...good, failed: 1, portal: 'idse' }, 'windows', 'yes'],
  ['brw.private_mode', { ...good, loginLoop: true }, 'private_window', 'yes'],
  ['acc.curp_registered', { ...good, failed: 1 }, 'said', 'curp'],
  ['acc.buzon_not_enabled', { ...good, failed: 1 }, 'said', 'buzon'],
  ['acc.idse_blocked', { ...good, failed: 3 }, 'said', 'blocked'],
  ['user.wrong_portal', { ...good, text: 'auth_generic' }, 'right_portal', 'no'],
];

describe('what only the person knows', () => {
  test.each(settled)(
    '%s: the question is put, and its answer names it',
    (cause, before, id, answer, ruledOut = []) => {
      const question: Question = questions.find((each) => each.id === id)!;
      const { evidence } = question.answers.find((each) => each.id === answer)!;
      expect(rank({ ...before, ...evidence }, ruledOut)[0]?.id).toBe(cause);
      expect(questionsOf(before, ruledOut)).toContain(id);
    },
  );

  test('is asked for every cause that nothing else speaks for', () => {
    const reached = new Set<string>(settled.map(([cause]) => cause));
    expect(onlyByAsking.filter((id) => !reached.has(id))).toEqual([]);
  });

  test('every question settles something', () => {
    const used = new Set<string>(settled.map(([, , id]) => id));
    expect(questions.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('is never named unasked', () => {
    const answers = questions.flatMap(({ answers: all }: Question) =>
      all.flatMap(({ evidence }) => Object.entries(evidence)),
    );
    const isAnswer = ([name, value]: [string, unknown]) =>
      answers.some(([signal, answered]) => signal === name && answered === value);
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const seen = Object.fromEntries(
          Object.entries(evidence).filter((signal) => !isAnswer(signal)),
        );
        const named = diagnose(seen).causes.filter(({ certainty }) => certainty !== 'unknown');
        expect(named.filter(({ id }) => onlyByAsking.includes(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
