import type { SignalName } from './evidence.ts';
import type { Outcome } from './information.ts';

/** One answer to choose; the locale key of its words is `one_question_<question>_<answer>`. */
export interface Answer extends Outcome {
  readonly id: string;
}

/** One question to a person; the locale key of its words is `one_question_<id>`. */
export interface Question {
  readonly id: string;
  /** All that its answers can settle: it need not be asked where one of them is known. */
  readonly signals: readonly SignalName[];
  /** «No sé» stands beside them on the screen, and adds nothing. */
  readonly answers: readonly Answer[];
}

/** What can be asked, in the order in which ties are broken. */
export const questions = [
  {
    id: 'registered',
    signals: ['registeredMin'],
    answers: [
      { id: 'now', evidence: { registeredMin: 10 }, usual: 1 },
      { id: 'earlier', evidence: { registeredMin: 1440 }, usual: 9 },
    ],
  },
  {
    id: 'entered',
    signals: ['entered'],
    answers: [
      { id: 'with_this', evidence: { entered: 'with_this' }, usual: 4 },
      { id: 'with_older', evidence: { entered: 'with_older' }, usual: 3 },
      { id: 'never', evidence: { entered: 'never' }, usual: 3 },
    ],
  },
  {
    id: 'password_typed',
    signals: ['pwdTyped'],
    answers: [
      { id: 'of_key', evidence: { pwdTyped: 'of_key' }, usual: 7 },
      { id: 'of_sat', evidence: { pwdTyped: 'of_sat' }, usual: 1 },
      { id: 'of_idse', evidence: { pwdTyped: 'of_idse' }, usual: 1 },
      { id: 'forgotten', evidence: { pwdTyped: 'forgotten' }, usual: 1 },
    ],
  },
  {
    id: 'password_entry',
    signals: ['pwdEntry'],
    answers: [
      { id: 'typed', evidence: { pwdEntry: 'typed' }, usual: 6 },
      { id: 'other_keyboard', evidence: { pwdEntry: 'other_keyboard' }, usual: 1 },
      { id: 'pasted', evidence: { pwdEntry: 'pasted' }, usual: 1 },
      { id: 'autofill', evidence: { pwdEntry: 'autofill' }, usual: 2 },
    ],
  },
  {
    id: 'slots',
    signals: ['slots'],
    answers: [
      { id: 'right', evidence: { slots: 'right' }, usual: 9 },
      { id: 'swapped', evidence: { slots: 'swapped' }, usual: 1 },
    ],
  },
  {
    id: 'converted',
    signals: ['converted'],
    answers: [
      { id: 'none', evidence: { converted: 'none' }, usual: 8 },
      { id: 'cert', evidence: { converted: 'cert' }, usual: 1 },
      { id: 'key', evidence: { converted: 'key' }, usual: 1 },
    ],
  },
  {
    id: 'revocation',
    signals: ['askedRevocation'],
    answers: [
      { id: 'yes', evidence: { askedRevocation: true }, usual: 5 },
      { id: 'no', evidence: { askedRevocation: false }, usual: 5 },
    ],
  },
  {
    id: 'newer',
    signals: ['newerEfirma'],
    answers: [
      { id: 'yes', evidence: { newerEfirma: true }, usual: 3 },
      { id: 'no', evidence: { newerEfirma: false }, usual: 7 },
    ],
  },
  {
    id: 'linked',
    signals: ['linked'],
    answers: [
      { id: 'yes', evidence: { linked: true }, usual: 8 },
      { id: 'no', evidence: { linked: false }, usual: 2 },
    ],
  },
  {
    id: 'request',
    signals: ['requestPending'],
    answers: [
      { id: 'yes', evidence: { requestPending: true }, usual: 1 },
      { id: 'no', evidence: { requestPending: false }, usual: 9 },
    ],
  },
  {
    id: 'back',
    signals: ['cameBack'],
    answers: [
      { id: 'yes', evidence: { cameBack: true }, usual: 1 },
      { id: 'no', evidence: { cameBack: false }, usual: 9 },
    ],
  },
  {
    id: 'right_portal',
    signals: ['rightPortal'],
    answers: [
      { id: 'yes', evidence: { rightPortal: true }, usual: 9 },
      { id: 'no', evidence: { rightPortal: false }, usual: 1 },
    ],
  },
  {
    id: 'downloads',
    signals: ['downloads'],
    answers: [
      { id: 'yes', evidence: { downloads: 'fail' }, usual: 1 },
      { id: 'no', evidence: { downloads: 'ok' }, usual: 9 },
    ],
  },
  {
    id: 'other_network',
    signals: ['otherNetwork'],
    answers: [
      { id: 'ok', evidence: { otherNetwork: 'ok' }, usual: 5 },
      { id: 'fail', evidence: { otherNetwork: 'fail' }, usual: 5 },
    ],
  },
  {
    id: 'other_window',
    signals: ['otherProfile'],
    answers: [
      { id: 'ok', evidence: { otherProfile: 'ok' }, usual: 3 },
      { id: 'fail', evidence: { otherProfile: 'fail' }, usual: 7 },
    ],
  },
  {
    id: 'vpn',
    signals: ['vpn'],
    answers: [
      { id: 'yes', evidence: { vpn: true }, usual: 1 },
      { id: 'no', evidence: { vpn: false }, usual: 9 },
    ],
  },
  {
    id: 'windows',
    signals: ['windowOpenNull'],
    answers: [
      { id: 'yes', evidence: { windowOpenNull: true }, usual: 1 },
      { id: 'no', evidence: { windowOpenNull: false }, usual: 9 },
    ],
  },
  {
    id: 'private_window',
    signals: ['incognito'],
    answers: [
      { id: 'yes', evidence: { incognito: true }, usual: 1 },
      { id: 'no', evidence: { incognito: false }, usual: 9 },
    ],
  },
  {
    id: 'hosts',
    signals: ['hostsEdited'],
    answers: [
      { id: 'yes', evidence: { hostsEdited: true }, usual: 1 },
      { id: 'no', evidence: { hostsEdited: false }, usual: 9 },
    ],
  },
  {
    id: 'token',
    signals: ['token'],
    answers: [
      { id: 'yes', evidence: { token: true }, usual: 1 },
      { id: 'no', evidence: { token: false }, usual: 9 },
    ],
  },
  {
    // What nobody knows the exact words of.
    id: 'said',
    signals: ['text'],
    answers: [
      { id: 'curp', evidence: { text: 'curp_registered' }, usual: 1 },
      { id: 'blocked', evidence: { text: 'account_blocked' }, usual: 1 },
      { id: 'buzon', evidence: { text: 'buzon_not_enabled' }, usual: 1 },
      { id: 'none', evidence: {}, usual: 7 },
    ],
  },
] as const satisfies readonly Question[];

export type QuestionId = (typeof questions)[number]['id'];

export type AnswerId<Id extends QuestionId = QuestionId> = Extract<
  (typeof questions)[number],
  { id: Id }
>['answers'][number]['id'];
