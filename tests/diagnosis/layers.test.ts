import { describe, expect, test } from 'vitest';
import { diagnose, type Evidence } from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import { afterLoad, ownFiles } from '../../src/diagnosis/rules/cause-sets.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { standingFacts } from '../../src/diagnosis/standing-facts.ts';
import { mixesOf } from './candidates.ts';

const outages: [string, Evidence][] = [
  ['is down', { http: 503, ctrl: 'ok' }],
  ['does not answer', { net: 'CONNECTION_TIMED_OUT', ctrl: 'ok' }],
  ['is not found', { net: 'NAME_NOT_RESOLVED', ctrl: 'ok' }],
  ['is behind a page of the network', { redirect: 'offsite', ctrl: 'redirect' }],
  ['is out of reach, as all is', { net: 'INTERNET_DISCONNECTED', online: false, ctrl: 'fail' }],
  ['is being maintained', { text: 'maintenance', http: 200 }],
];

/** What is wrong with the files, each by itself, whatever the day brings. */
const wrongFiles: [string, Evidence][] = [
  ['cert.expired', { cert: 'expired', certByServerTime: 'expired', key: 'ok', pwd: 'ok' }],
  ['cert.npie_expired', { cert: 'expired', npie: true }],
  ['cert.is_csd', { cert: 'csd' }],
  ['cert.revoked', { cert: 'ok', revocation: 'revoked' }],
  ['key.mismatch', { cert: 'ok', key: 'mismatch' }],
  ['pwd.wrong', { cert: 'ok', key: 'ok', pwd: 'wrong' }],
  ['cert.corrupt', { cert: 'parse_error' }],
];

describe.each(outages)('the portal %s', (_, outage) => {
  test.each(wrongFiles)('%s is told, and is not today’s failure', (id, files) => {
    const evidence: Evidence = { ...outage, ...files };
    const { causes, findings } = diagnose(evidence);
    expect(findings.find((finding) => finding.id === id)?.status).toBe('fail');
    expect(ownFiles).not.toContain(causes[0]?.id);
    expect(causes[0]?.id).toBe(diagnose(outage).causes[0]?.id);
  });
});

test('a page that never came leaves nothing of what can only go wrong after it', () => {
  const before = rank({ text: 'trio_invalid', loginLoop: true, blockedByClient: 2 });
  const after = rank({
    text: 'trio_invalid',
    loginLoop: true,
    blockedByClient: 2,
    net: 'CONNECTION_RESET',
  });
  for (const id of afterLoad) {
    const scoreIn = (ranked: typeof before) => ranked.find((cause) => cause.id === id)!.score;
    expect(scoreIn(after), id).toBeLessThan(scoreIn(before));
  }
});

test('every fact that stands by itself is told, whatever failed', () => {
  for (const { cause, status, signals, when } of standingFacts) {
    for (const mix of mixesOf(signals, when)) {
      const { findings } = diagnose({ http: 503, ...mix });
      expect(findings.filter(({ id }) => id === cause).map((each) => each.status)).toContain(
        status,
      );
    }
  }
});

test('one layer counts at most 60 for and 30 against a cause', () => {
  for (const layer of ruleLayers) {
    for (const rule of layer) {
      const [evidence] = mixesOf(rule.signals, rule.when);
      const speaking = ruleLayers.map((rules) => rules.filter(({ when }) => when(evidence!)));
      for (const { id, score, reasons } of rank(evidence!)) {
        const prior = rank({}).find((cause) => cause.id === id)!.score;
        const most = speaking.filter((rules) => rules.some(({ weights }) => id in weights)).length;
        expect(score - prior).toBeLessThanOrEqual(60 * most);
        expect(score - prior).toBeGreaterThanOrEqual(-30 * most);
        if (reasons.length === 0) expect(score).toBe(prior);
      }
    }
  }
});
