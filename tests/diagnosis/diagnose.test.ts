import { describe, expect, test } from 'vitest';
import { diagnose, evidenceKeys, type Evidence, type Facts } from '../../src/diagnosis/index.ts';
import { candidates } from './candidates.ts';
import { scenarios } from './scenarios.ts';

const at = new Date('2026-11-22T12:00:00Z');

const first = (evidence: Evidence, facts?: Facts) => diagnose(evidence, facts).causes[0];
const found = (evidence: Evidence) =>
  Object.fromEntries(diagnose(evidence).findings.map(({ id, status }) => [id, status]));

describe('the scenarios', () => {
  test.each(scenarios)('$id comes to $top1, and says why', ({ sig, top1 }) => {
    const { causes } = diagnose(sig);
    expect(causes).toHaveLength(5);
    expect(causes[0]?.id).toBe(top1);
    expect(causes[0]?.certainty).not.toBe('unknown');
    expect(causes[0]?.evidence.length).toBeGreaterThan(0);
    for (const { evidence } of causes) {
      expect(evidence.length).toBeLessThanOrEqual(2);
      for (const { key } of evidence) expect(evidenceKeys).toContain(key);
    }
  });

  test('name the repair of the cause, where it has one', () => {
    expect(first({ loginLoop: true, text: 'session_invalid' })).toMatchObject({
      id: 'session.hung',
      repair: 'clear-session-cookies',
    });
    expect(first({ http: 503 })).toMatchObject({ id: 'portal.down', repair: 'watch-portal' });
  });

  test('tell the weightiest first, each signal once', () => {
    expect(first({ chunkError: true, bypassCacheOk: true, text: 'blank' })?.evidence).toEqual([
      { key: 'signal_bypassCacheOk' },
      { key: 'signal_chunkError' },
    ]);
    expect(first({ http: 431, cookieBytes: 9000 })?.evidence).toEqual([
      { key: 'signal_http', values: [431] },
      { key: 'signal_cookieBytes', values: [{ bytes: 9000 }] },
    ]);
  });
});

describe('how sure it is', () => {
  test.each<[string, Evidence]>([
    ['nobody looked', {}],
    [
      'all is well',
      {
        cert: 'ok',
        certByServerTime: 'ok',
        key: 'ok',
        pwd: 'ok',
        http: 200,
        widget: 'ok',
        skew: 2,
        extScore: 0,
        ownAccess: 'granted',
        brand: 'chrome',
        lag: 'current',
        host: 'ok',
        portalTabs: 1,
      },
    ],
    ['the browser is obsolete', { lag: 'obsolete', brand: 'chrome' }],
    ['the browser and the system are old', { lag: 'obsolete', os: 'unsupported' }],
    ['the browser is another one', { brand: 'unsupported' }],
    ['a blocker is there and stopped nothing', { extScore: 90, blockedByClient: 0 }],
    ['a proxy of an extension works', { proxyBy: 'extension', http: 200 }],
    ['the browser says two versions', { uaMismatch: true }],
    ['the page is translated', { translated: true }],
    ['it was renewed', { superseded: true, certAgeDays: 5 }],
    ['the clock is an hour off', { skew: 3700 }],
    ['stray messages came by', { foreignMsg: 3, extScore: 50, http: 200 }],
    [
      'a file is gone from a page that works',
      { chunkError: true, cert: 'ok', key: 'ok', pwd: 'ok' },
    ],
    ['a file is gone, past a service worker', { swStale: true, http: 200 }],
    ['a file was stopped in a page that works', { blockedByClient: 1, extScore: 80, http: 200 }],
  ])('nothing failed, and it names no cause: %s', (_, evidence) => {
    expect(diagnose(evidence).causes.map(({ certainty }) => certainty)).toEqual(
      Array.from({ length: 5 }, () => 'unknown'),
    );
  });

  test('it names none out of one circumstance and a failure that says nothing', () => {
    for (const text of ['trio_invalid', 'session_invalid', 'auth_generic'] as const) {
      const { causes } = diagnose({ lag: 'obsolete', text });
      expect(causes.find(({ id }) => id === 'brw.outdated')?.certainty ?? 'unknown').toBe(
        'unknown',
      );
    }
    expect(first({ failed: 1 })?.certainty).toBe('unknown');
    expect(first({ lag: 'obsolete', failed: 1 })?.certainty).toBe('unknown');
  });

  test('an old browser is likely when its page is blank; one that is behind is not', () => {
    expect(first({ lag: 'obsolete', text: 'blank' })).toMatchObject({
      id: 'brw.outdated',
      certainty: 'likely',
      repair: 'update-browser',
    });
    expect(first({ lag: 'behind', text: 'blank' })?.certainty).toBe('unknown');
  });

  test('a clock that is wrong is not the cause of a page that broke by itself', () => {
    const clock: Evidence = {
      cert: 'expired',
      certByServerTime: 'ok',
      key: 'ok',
      pwd: 'ok',
      skew: 63_072_000,
    };
    expect(first(clock)).toMatchObject({ id: 'tls.clock', certainty: 'is' });
    for (const [page, id] of [
      [{ chunkError: true, text: 'blank' }, 'cache.stale'],
      [{ swStale: true, text: 'blank' }, 'sw.stale'],
      [{ blockedByClient: 2 }, 'ext.blocker'],
      [{ foreignMsg: 1, widget: 'closed_early' }, 'ext.interference'],
      [{ text: 'blank', lag: 'obsolete' }, 'brw.outdated'],
    ] as const) {
      expect(first({ ...clock, ...page })?.id).toBe(id);
      const { findings } = diagnose({ ...clock, ...page });
      expect(findings.map((finding) => finding.id)).toContain('tls.clock');
    }
  });

  test.each<[string, Evidence, string, string]>([
    ['0.85 and ten times the next', { http: 503 }, 'portal.down', 'is'],
    ['0.5 and more', { text: 'session_invalid' }, 'session.hung', 'likely'],
    ['less', { text: 'auth_generic' }, 'acc.efirma_not_updated', 'unknown'],
    ['a fact, whatever else there is', { pwd: 'wrong', key: 'mismatch' }, 'key.mismatch', 'is'],
  ])('%s', (_, evidence, id, certainty) => {
    expect(first(evidence)).toMatchObject({ id, certainty });
  });

  test('an extension is not to blame where there is none', () => {
    const { causes } = diagnose({ widget: 'closed_early', foreignMsg: 2, extScore: 0 });
    expect(causes.map(({ id }) => id)).not.toContain('ext.interference');
    const stopped = diagnose({ blockedByClient: 2, text: 'blank', extScore: 0 }).causes;
    expect(stopped.map(({ id }) => id)).not.toContain('ext.blocker');
    expect(first({ widget: 'closed_early', foreignMsg: 2, extScore: 40 })).toMatchObject({
      id: 'ext.interference',
      certainty: 'is',
    });
  });

  test('an address that does not exist is that of a mistake, or of a portal that changed', () => {
    const { causes } = diagnose({ http: 404, cert: 'ok', key: 'ok', pwd: 'ok', skew: 2 });
    expect(causes[0]).toMatchObject({ id: 'user.wrong_url', certainty: 'likely' });
  });

  test('what the person told is a failure too', () => {
    const evidence: Evidence = { extScore: 40, foreignMsg: 2 };
    expect(first(evidence)?.certainty).toBe('unknown');
    expect(first(evidence, { asked: { sees: 'nothing_happens' } })?.certainty).toBe('likely');
    expect(first(evidence, { asked: { text: 'Algo salió mal' } })?.certainty).toBe('likely');
    expect(first({}, { asked: { sees: 'message' } })?.certainty).toBe('unknown');
  });

  test('any single signal is judged without breaking', () => {
    for (const [signal, values] of Object.entries(candidates)) {
      for (const value of values) {
        expect(diagnose({ [signal]: value }).causes).toHaveLength(5);
      }
    }
  });
});

describe('what the browser keeps', () => {
  test.each<[string, Evidence, string]>([
    ['a script of the cache', { chunkError: true, text: 'blank' }, 'cache.stale'],
    ['the cache, proved', { text: 'blank', bypassCacheOk: true }, 'cache.stale'],
    ['a service worker', { swStale: true, text: 'blank' }, 'sw.stale'],
    ['a service worker, proved', { swStale: true, text: 'blank', bypassCacheOk: true }, 'sw.stale'],
  ])('%s', (_, evidence, id) => {
    expect(first(evidence)).toMatchObject({ id, certainty: 'is', repair: 'clear-site-cache' });
  });

  test.each<[string, Evidence]>([
    ['a file of the portal', { chunkError: true }],
    ['a file, past a service worker', { swStale: true }],
  ])('%s is gone, and the page is there: nothing is certain', (_, evidence) => {
    const failed: Evidence = {
      ...evidence,
      cert: 'ok',
      key: 'ok',
      pwd: 'ok',
      text: 'trio_invalid',
    };
    expect(first(failed)?.certainty).not.toBe('is');
    expect(first(evidence, { asked: { sees: 'nothing_happens' } })?.certainty).not.toBe('is');
  });

  test('a service worker does not speak for the cache', () => {
    const { causes } = diagnose({ swStale: true, bypassCacheOk: true });
    expect(causes.find(({ id }) => id === 'cache.stale')?.evidence ?? []).toEqual([]);
  });

  test('a browser that says two versions is suspected once its page is blank', () => {
    expect(first({ uaMismatch: true, text: 'blank' })).toMatchObject({
      id: 'ext.ua_spoof',
      certainty: 'likely',
      repair: 'pause-extensions',
    });
  });
});

describe('of what looks alike', () => {
  test.each<[string, Evidence, string]>([
    [
      'an old browser for which there is no newer one, for its system',
      { text: 'blank', lag: 'obsolete', os: 'unsupported' },
      'os.unsupported',
    ],
    [
      'an old browser in a system that has newer ones',
      { text: 'blank', lag: 'obsolete', os: 'supported' },
      'brw.outdated',
    ],
    [
      'everybody is late, the frame of the form too',
      { http: 200, ttfb: 16_000, ctrl: 'fail', ctrlMs: 8000, widgetNet: 'TIMED_OUT' },
      'net.slow',
    ],
    [
      'the portal alone is late',
      { http: 200, ttfb: 16_000, ctrl: 'ok', ctrlMs: 90 },
      'portal.down',
    ],
    [
      'an address that the browser does not even ask for',
      { net: 'BLOCKED_BY_ADMINISTRATOR', ctrl: 'ok' },
      'set.policy',
    ],
  ])('%s', (_, evidence, cause) => {
    expect(first(evidence)).toMatchObject({ id: cause, certainty: 'likely' });
  });
});

describe('facts that stand by themselves', () => {
  test.each<[string, Evidence, string, string]>([
    ['expired', { cert: 'expired' }, 'cert.expired', 'fail'],
    ['expired by the portal', { cert: 'ok', certByServerTime: 'expired' }, 'cert.expired', 'fail'],
    ['expired, of the IMSS', { cert: 'expired', npie: true }, 'cert.npie_expired', 'fail'],
    ['not yet valid', { cert: 'not_yet', certByServerTime: 'not_yet' }, 'cert.not_yet', 'fail'],
    ['a seal', { cert: 'csd' }, 'cert.is_csd', 'fail'],
    ['another key', { key: 'mismatch' }, 'key.mismatch', 'fail'],
    ['another password', { pwd: 'wrong' }, 'pwd.wrong', 'fail'],
    ['capitals', { pwd: 'wrong', pwdVariant: 'caps' }, 'pwd.caps', 'fail'],
    ['revoked', { revocation: 'revoked' }, 'cert.revoked', 'fail'],
    ['renewed', { superseded: true }, 'cert.superseded', 'warning'],
    ['the clock', { skew: -301 }, 'tls.clock', 'warning'],
    ['the clock and the dates', { cert: 'expired', certByServerTime: 'ok' }, 'tls.clock', 'fail'],
    ['a false portal', { host: 'lookalike' }, 'user.phishing', 'fail'],
    ['access withheld', { ownAccess: 'withheld' }, 'ext.own_access', 'fail'],
  ])('%s', (_, evidence, id, status) => {
    expect(found(evidence)).toEqual({ [id]: status });
  });

  test.each<[string, Evidence]>([
    ['good files', { cert: 'ok', certByServerTime: 'ok', key: 'ok', pwd: 'ok' }],
    ['a clock that is 300 s off', { skew: 300 }],
    ['a certificate that is not the latest known', { superseded: false }],
    ['nothing', {}],
  ])('none of %s', (_, evidence) => {
    expect(found(evidence)).toEqual({});
  });

  test('a clock that is ahead makes no certificate expired', () => {
    const ahead = { cert: 'expired', certByServerTime: 'ok', skew: 63_072_000 } as const;
    expect(found(ahead)).toEqual({ 'tls.clock': 'fail' });
    expect(first(ahead)).toMatchObject({ id: 'tls.clock', certainty: 'is', repair: 'set-clock' });
    const behind = { cert: 'not_yet', certByServerTime: 'ok', skew: -63_072_000 } as const;
    expect(first(behind)).toMatchObject({ id: 'tls.clock', certainty: 'is' });
    const both = { cert: 'not_yet', certByServerTime: 'not_yet', skew: -7200 } as const;
    expect(first(both)).toMatchObject({ id: 'cert.not_yet', certainty: 'is' });
  });

  test.each<[string, Evidence, string]>([
    ['the portal is down', { http: 503, ctrl: 'ok' }, 'portal.down'],
    ['nothing answers', { net: 'CONNECTION_REFUSED', ctrl: 'ok' }, 'portal.down'],
    ['there is no connection', { net: 'INTERNET_DISCONNECTED', online: false }, 'net.offline'],
    ['the network asks for its own page', { redirect: 'offsite' }, 'net.captive'],
    ['it is being maintained', { text: 'maintenance' }, 'portal.maintenance'],
    ['it says so', { text: 'service_unavailable' }, 'portal.down'],
    ['it says so of what signs', { text: 'widget_unavailable' }, 'portal.widget_down'],
  ])('an expired e.firma is told, and not blamed, when %s', (_, outage, cause) => {
    const evidence: Evidence = { ...outage, cert: 'expired', key: 'ok', pwd: 'ok' };
    expect(first(evidence)).toMatchObject({ id: cause, certainty: 'is' });
    expect(diagnose(evidence).findings).toContainEqual({
      id: 'cert.expired',
      status: 'fail',
      evidence: [{ key: 'signal_cert_expired' }],
      repair: 'renew-certificate',
    });
  });

  test('a portal that says revoked of what is in force contradicts the SAT', () => {
    expect(first({ text: 'revoked', revocation: 'good', cert: 'ok' })).toMatchObject({
      id: 'portal.revocation_service',
      certainty: 'is',
    });
  });
});

describe('«No es esto»', () => {
  test('leaves the cause out, and the next one is judged anew', () => {
    const evidence: Evidence = { cert: 'ok', superseded: true, text: 'revoked' };
    const { causes, findings } = diagnose(evidence, {}, { notThese: ['cert.superseded'] });
    expect(causes[0]).toMatchObject({ id: 'cert.revoked', certainty: 'is' });
    expect(causes.map(({ id }) => id)).not.toContain('cert.superseded');
    expect(findings.map(({ id }) => id)).toContain('cert.superseded');
  });
});

describe('the checks', () => {
  const credential: Facts['credential'] = {
    rfc: 'XAXX010101000',
    kind: 'efirma',
    notBefore: '2022-11-21T12:00:00.000Z',
    notAfter: '2026-11-21T12:00:00.000Z',
    issuer: 'production',
    superseded: false,
  };
  const check = (facts: Facts, now?: Date) =>
    diagnose({}, facts, now ? { at: now } : {}).findings.find(
      ({ id }) => id === 'expired-certificate',
    );

  test('are judged by the portal’s clock, else by the time that was given', () => {
    const clock = {
      device: at.toISOString(),
      server: '2026-11-20T12:00:00.000Z',
      skew: 172_800,
    };
    expect(check({ credential }, at)?.status).toBe('fail');
    expect(check({ credential, clock }, at)?.status).toBe('pass');
    expect(check({ credential, clock })?.status).toBe('pass');
  });

  test('are left out without a time, and without their facts', () => {
    expect(check({ credential })).toBeUndefined();
    expect(check({}, at)).toBeUndefined();
  });
});
