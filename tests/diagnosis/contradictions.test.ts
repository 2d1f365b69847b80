import { expect, test } from 'vitest';
import { diagnose, nextQuestion, type CauseId, type Evidence } from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';

const good: Evidence = { cert: 'ok', key: 'ok', pwd: 'ok' };
const firstOf = (evidence: Evidence) => diagnose(evidence).causes[0];
const three = (evidence: Evidence) =>
  diagnose(evidence)
    .causes.slice(0, 3)
    .map(({ id }) => id);

test('the portal says expired, and by its own clock it is not', () => {
  const said: Evidence = { ...good, text: 'not_valid_date', certByServerTime: 'ok' };
  // The portal judged what is in its form: after a renewal often the files before.
  expect(three(said).slice(0, 2)).toEqual(['user.other_files', 'portal.wrong_expiry']);
  expect(three(said)).not.toContain('cert.expired');
  // Nobody compared the clocks: then it may have expired, and the clock of this computer lies.
  expect(firstOf({ ...good, text: 'not_valid_date' })?.id).not.toBe('portal.wrong_expiry');
  expect(firstOf({ ...said, cert: 'expired', certByServerTime: 'expired' })?.id).toBe(
    'cert.expired',
  );
});

test.each<[string, Evidence, CauseId[]]>([
  ['given here', { filled: true }, ['portal.wrong_expiry']],
  ['given here, once more', { filled: true }, ['portal.wrong_expiry', 'user.other_files']],
  ['chosen there', {}, ['user.other_files', 'portal.wrong_expiry']],
])(
  'expired, which is not so, and «No es esto»: revoked is not the first guess (%s)',
  (_, more, not) => {
    const said: Evidence = { ...good, text: 'not_valid_date', certByServerTime: 'ok', ...more };
    const { causes } = diagnose(said, {}, { notThese: not });
    expect(causes[0]).toMatchObject({ id: 'acc.efirma_not_updated', certainty: 'unknown' });
    expect(causes[1]?.id, 'yet it is looked at').toBe('cert.revoked');
    expect(diagnose({ ...said, revocation: 'revoked' }, {}, { notThese: not }).causes[0]?.id).toBe(
      'cert.revoked',
    );
  },
);

test('the portal says expired because an older e.firma was given to it', () => {
  const said: Evidence = { ...good, text: 'not_valid_date', certByServerTime: 'ok' };
  expect(three({ ...said, superseded: true })[0]).toBe('cert.superseded');
});

test('the portal says revoked, and the SAT says that it is good', () => {
  const said: Evidence = { ...good, text: 'revoked', revocation: 'good' };
  expect(firstOf(said)).toMatchObject({ id: 'portal.revocation_service', certainty: 'is' });
  expect(three(said)).toContain('cert.revoked_by_error');
  expect(firstOf({ ...said, revocation: 'revoked' })?.id).toBe('cert.revoked');
});

test('the SAT says revoked, and the person asked for no such thing', () => {
  const said: Evidence = { ...good, revocation: 'revoked', text: 'revoked' };
  expect(firstOf({ ...said, askedRevocation: false, newerEfirma: false })).toMatchObject({
    id: 'cert.revoked_by_error',
    certainty: 'is',
  });
  expect(firstOf({ ...said, askedRevocation: true })?.id).toBe('cert.revoked');
  // A renewal revokes the one before it, and nobody asks for that either.
  expect(firstOf({ ...said, askedRevocation: false, superseded: true })?.id).not.toBe(
    'cert.revoked_by_error',
  );
});

test('revoked, and nobody asked for it: whether they got a newer one decides, and is asked', () => {
  const revoked: Evidence[] = [
    { ...good, text: 'revoked' },
    { ...good, revocation: 'revoked' },
    { ...good, revocation: 'revoked', text: 'revoked' },
  ];
  for (const said of revoked) {
    const unasked: Evidence = { ...said, askedRevocation: false };
    expect(firstOf(unasked)?.certainty).toBe('unknown');
    expect(nextQuestion(unasked, [], ['revocation'])?.id).toBe('newer');
    expect(firstOf({ ...unasked, newerEfirma: true })?.id).toBe('cert.superseded');
    expect(firstOf({ ...unasked, newerEfirma: false })?.id).toBe('cert.revoked_by_error');
    // Their word clears what the question was about.
    const spoken = rank({ ...unasked, newerEfirma: false }).find(
      ({ id }) => id === 'cert.superseded',
    );
    expect(spoken?.reasons.map(({ rule }) => rule.id)).not.toContain('Q08');
    // Who asked for it knows why.
    const byThem: Evidence = { ...said, askedRevocation: true };
    expect(firstOf(byThem)?.id).toBe('cert.revoked');
    expect(nextQuestion(byThem, [], ['revocation'])?.id).not.toBe('newer');
  }
  // It is here: nobody has to be asked.
  const here: Evidence = { ...good, text: 'revoked', superseded: true };
  expect(nextQuestion(here)).toBeUndefined();
});

test.each([400, -4000, 5400, 90_000])(
  'a clock that is %i s off ends no session by itself: it is told, and is a suspect at most',
  (skew) => {
    for (const page of [{ loginLoop: true }, { text: 'session_invalid' }] as const) {
      const said: Evidence = { ...good, ...page, skew };
      const { causes, findings } = diagnose(said);
      expect(causes[0]?.id).toMatch(/^session\./);
      expect(findings.find(({ id }) => id === 'tls.clock')?.status).toBe('warning');
    }
    expect(three({ ...good, loginLoop: true, skew })).toContain('tls.clock');
  },
);

test('the portal refuses the three that are proved good here: others were given to it', () => {
  const said: Evidence = { ...good, text: 'trio_invalid' };
  expect(firstOf(said)).toMatchObject({ id: 'user.other_files', certainty: 'likely' });
  const suspects: CauseId[] = ['pwd.wrong', 'key.mismatch', 'cert.corrupt', 'key.corrupt'];
  expect(three(said).filter((id) => suspects.includes(id))).toEqual([]);
  expect(firstOf({ text: 'trio_invalid' })?.id).toBe('pwd.wrong');
});

test('a time zone that is wrong is told from a clock that is wrong', () => {
  const failed: Evidence = { ...good, text: 'auth_generic' };
  const zone = three({ ...failed, skew: 3600 * 2 + 5 });
  expect(zone.indexOf('clk.tz')).toBeGreaterThanOrEqual(0);
  expect(three({ ...failed, skew: 3600 * 2 + 600 })).not.toContain('clk.tz');
  expect(three({ ...failed, skew: 3600 * 48 })).not.toContain('clk.tz');
});

test('suspended is not revoked', () => {
  expect(firstOf({ ...good, revocation: 'suspended', text: 'revoked' })).toMatchObject({
    id: 'cert.suspended',
    certainty: 'is',
  });
});
