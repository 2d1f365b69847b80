import { describe, expect, test } from 'vitest';
import {
  causes,
  nextProbe,
  nextQuestion,
  probes,
  questions,
  type Evidence,
} from '../../src/diagnosis/index.ts';

const goodFiles: Evidence = { cert: 'ok', key: 'ok', pwd: 'ok' };
const all = probes.map(({ id }) => id);
const everyQuestion = questions.map(({ id }) => id);

test('the dialog closed by itself: the other extensions, once the question that tells more was put', () => {
  const evidence: Evidence = { ...goodFiles, widget: 'closed_early' };
  expect(nextQuestion(evidence)?.id).toBe('other_window');
  expect(nextProbe(evidence, all)).toBeUndefined();
  expect(nextProbe(evidence, all, [], ['other_window'])).toBe('management');
});

test('the portal speaks of revoked or expired files: who issued them', () => {
  const evidence: Evidence = { text: 'revoked_or_expired', revocation: 'unknown' };
  expect(nextProbe(evidence, all)).toBe('revocation');
});

test('the portal says expired of one that is not: whether it was revoked', () => {
  const evidence: Evidence = {
    ...goodFiles,
    text: 'not_valid_date',
    certByServerTime: 'ok',
    filled: true,
    revocation: 'unknown',
  };
  expect(nextProbe(evidence, all, [], everyQuestion)).toBe('revocation');
  expect(nextProbe({ ...evidence, revocation: 'good' }, all, [], everyQuestion)).not.toBe(
    'revocation',
  );
});

test('another authority vouches for the portal: whether it does for other sites too', () => {
  const evidence: Evidence = { net: 'CERT_AUTHORITY_INVALID', online: true };
  expect(nextProbe(evidence, all)).toBe('neighbour');
});

test('somebody is sent back to the start: what the browser was told of the portal', () => {
  expect(
    nextProbe({ ...goodFiles, loginLoop: true }, ['content_settings'], [], everyQuestion),
  ).toBe('content_settings');
});

describe('none', () => {
  const undecided: Evidence = { net: 'CERT_AUTHORITY_INVALID' };

  test('where nothing is lacking', () => {
    expect(nextProbe(undecided, [])).toBeUndefined();
    expect(nextProbe(undecided, ['no_tab', 'time'])).toBeUndefined();
  });

  test('where a question tells more', () => {
    const evidence: Evidence = { ...goodFiles, text: 'auth_generic' };
    expect(nextQuestion(evidence)?.id).toBe('entered');
    expect(nextProbe(evidence, all)).toBeUndefined();
  });

  test('when the cause is known', () => {
    expect(nextProbe({ net: 'BLOCKED_BY_CLIENT' }, all)).toBeUndefined();
  });

  test('that tells only of causes that were ruled out', () => {
    const ruledOut = causes.map(({ id }) => id).filter((id) => id !== 'pwd.wrong');
    expect(nextProbe(undecided, all, ruledOut)).toBeUndefined();
  });
});
