/** What befalls people who did nothing odd, and must not be told as something else. */
import { describe, expect, test } from 'vitest';
import { diagnose, signals, type Evidence, type Facts } from '../../src/diagnosis/index.ts';
import { textClasses } from '../../src/diagnosis/evidence.ts';
import { isJudgement } from '../../src/diagnosis/is-judgement.ts';
import { healthy } from './checks/healthy.ts';

const firstOf = (evidence: Evidence) => diagnose(evidence).causes[0];
/** What a person is told; undefined where it is only among what could be. */
const namedOf = (evidence: Evidence) => {
  const first = firstOf(evidence);
  return first?.certainty === 'unknown' ? undefined : first?.id;
};
const good: Evidence = { cert: 'ok', key: 'ok', pwd: 'ok' };
const judgements = textClasses.filter(isJudgement);

describe('one file of the page that an ad blocker stopped', () => {
  test.each(judgements)('is not why a portal says %s', (text) => {
    const evidence: Evidence = { ...good, text, blockedByClient: 1, extScore: 60, widget: 'error' };
    expect(namedOf(evidence)).not.toBe('ext.blocker');
  });

  test('is so where nothing came back', () => {
    expect(firstOf({ ...good, blockedByClient: 1, widget: 'no_message' })?.id).toBe('ext.blocker');
  });
});

describe('a host that takes two seconds to answer', () => {
  const portal = { ...healthy.network.portal, net: 'TIMED_OUT' };
  const slow: Facts = { network: { ...healthy.network, portal } };
  const at = new Date('2026-11-22T12:00:00Z');

  test('is not why a portal turned somebody down', () => {
    const asked = { portal: 'idse', class: 'trio_invalid' } as const;
    expect(signals({ ...slow, asked }, at).net).toBeUndefined();
    expect(signals(slow, at).net).toBe('TIMED_OUT');
  });

  test('is surely no dead one', () => {
    const causes = diagnose({ net: 'TIMED_OUT', ctrl: 'ok' }).causes;
    expect(causes[0]).toMatchObject({ id: 'portal.down', certainty: 'likely' });
    expect(diagnose({ widgetNet: 'TIMED_OUT', ctrl: 'ok' }).causes[0]?.certainty).not.toBe('is');
  });
});

describe('an older e.firma beside its successor', () => {
  const older: Evidence = { ...good, superseded: true, revocation: 'good' };

  test.each<Evidence>([
    { loginLoop: true },
    { http: 500 },
    { http: 404 },
    { text: 'not_registered' },
  ])('is surely not why %j', (failure) => {
    const [first] = diagnose({ ...older, ...failure }).causes;
    expect([first?.id, first?.certainty]).not.toEqual(['cert.superseded', 'is']);
  });

  test('is why a portal calls it revoked', () => {
    expect(firstOf({ ...good, superseded: true, text: 'revoked' })?.id).toBe('cert.superseded');
  });
});

test('who had the form filled from here did not choose other files', () => {
  const said: Evidence = { ...good, text: 'not_valid_date', certByServerTime: 'ok' };
  expect(firstOf(said)?.id).toBe('user.other_files');
  // «No longer in force» may be said of a revoked one too.
  expect(firstOf({ ...said, filled: true })).toMatchObject({
    id: 'portal.wrong_expiry',
    certainty: 'likely',
  });
});

test('a page from before the extension explains nothing that the portal answered', () => {
  const [first] = diagnose({ ownAccess: 'invalidated', http: 500 }).causes;
  expect([first?.id, first?.certainty]).not.toEqual(['brw.extension_stale', 'is']);
});
