import { describe, expect, test } from 'vitest';
import {
  diagnose,
  signals,
  type Evidence,
  type Facts,
  type OtherExtension,
  type PageFacts,
} from '../../src/diagnosis/index.ts';
import { clock, credential, extensions, network, page, session } from './facts.ts';

const at = new Date('2026-11-22T12:00:00Z');
const absent = undefined;

/** What these facts come to: at least this, and none of what is said to be absent. */
function expectSignals(
  facts: Facts,
  expected: { [Name in keyof Evidence]: Evidence[Name] | undefined },
) {
  const evidence = signals(facts, at);
  for (const [name, value] of Object.entries(expected)) {
    expect(evidence[name as keyof Evidence], name).toEqual(value);
  }
}

test('nobody looked, and nobody could', () => {
  expect(signals({}, at)).toEqual({});
  const missing = { missing: 'failed' } as const;
  const none: Facts = {
    browser: missing,
    clock: missing,
    credential: missing,
    extensions: missing,
    network: missing,
    page: missing,
    session: missing,
    settings: missing,
    asked: missing,
  };
  expect(signals(none, at)).toEqual({});
});

test('all goes well: no signal of a failure, and no cause', () => {
  const facts: Facts = {
    clock,
    credential,
    extensions,
    network,
    page,
    session,
    settings: { ownAccess: 'granted' },
  };
  const evidence = signals(facts, at);
  expect(evidence).toEqual({
    portal: 'buzon-imss',
    online: true,
    http: 200,
    cert: 'ok',
    certByServerTime: 'ok',
    holder: 'fisica',
    superseded: false,
    certAgeDays: 730,
    key: 'ok',
    pwd: 'ok',
    skew: 0,
    cookieBytes: 120,
    portalTabs: 1,
    ownAccess: 'granted',
    extScore: 0,
  });
  expect(diagnose(evidence, facts).causes[0]?.certainty).toBe('unknown');
});

describe('the way there', () => {
  const probe = (portal: object): NonNullable<Facts['network']> => ({
    online: true,
    portal: { host: 'buzon.imss.gob.mx', milliseconds: 9, ...portal },
  });
  const { http: _, ...unanswered } = page;

  test.each<[string, Facts, Parameters<typeof expectSignals>[1]]>([
    [
      'the page’s own error before the probe’s',
      { page: { ...unanswered, net: 'CONNECTION_RESET' }, network: probe({ net: 'TIMED_OUT' }) },
      { net: 'CONNECTION_RESET', http: absent },
    ],
    [
      'the page’s own status before the probe’s',
      { page: { ...page, http: 403 }, network: probe({ http: 503 }) },
      { net: absent, http: 403 },
    ],
    [
      'a page that arrived, whatever happens to the probe',
      { page, network: probe({ net: 'TIMED_OUT' }) },
      { net: absent, http: 200 },
    ],
    [
      'the probe’s error',
      { network: probe({ net: 'NAME_NOT_RESOLVED' }) },
      { net: 'NAME_NOT_RESOLVED' },
    ],
    ['a probe that broke down', { network: probe({ http: 503 }) }, { http: 503 }],
    ['a probe that was turned away', { network: probe({ http: 403 }) }, { http: absent }],
    [
      'a probe that was led away',
      { network: probe({ redirect: 'offsite' }) },
      { redirect: 'offsite' },
    ],
    ['no connection', { network: { ...network, online: false } }, { online: false }],
    [
      'the frame’s own error before the probe’s',
      {
        page: { ...page, widgetNet: 'BLOCKED_BY_CLIENT' },
        network: { ...network, widget: { host: 'w', http: 503, milliseconds: 1 } },
      },
      { widgetNet: 'BLOCKED_BY_CLIENT', widgetHttp: absent },
    ],
    [
      'a frame that broke down',
      { network: { ...network, widget: { host: 'w', http: 502, milliseconds: 1 } } },
      { widgetHttp: 502 },
    ],
    [
      'a portal that another extension keeps from us',
      {
        network: {
          ...network,
          portal: { host: 'p', net: 'BLOCKED_BY_CLIENT', milliseconds: 1 },
          widget: { host: 'w', net: 'BLOCKED_BY_CLIENT', milliseconds: 1 },
        },
      },
      { net: absent, widgetNet: absent },
    ],
    [
      'a frame that the page got, of a host whose first page is broken',
      {
        page: { ...page, widgetHttp: 200 },
        network: { ...network, widget: { host: 'w', http: 503, milliseconds: 1 } },
      },
      { widgetHttp: 200 },
    ],
    [
      'a frame that wants a form',
      { network: { ...network, widget: { host: 'w', http: 405, milliseconds: 1 } } },
      { widgetHttp: absent },
    ],
  ])('%s', (_, facts, expected) => expectSignals(facts, expected));
});

describe('whether it was revoked', () => {
  const asked = 'http://www.sat.gob.mx/ocsp';
  const thisUpdate = '2026-11-22T11:50:00.000Z';

  test.each<[string, Facts, Parameters<typeof expectSignals>[1]]>([
    ['good', { revocation: { status: 'good', thisUpdate, asked } }, { revocation: 'good' }],
    [
      'revoked',
      { revocation: { status: 'revoked', revokedAt: thisUpdate, thisUpdate, asked } },
      { revocation: 'revoked' },
    ],
    [
      'nobody could tell',
      { revocation: { status: 'unknown', reason: 'stale', asked } },
      { revocation: 'unknown' },
    ],
    ['nobody looked', {}, { revocation: absent }],
    ['it took too long', { revocation: { missing: 'time' } }, { revocation: absent }],
  ])('%s', (_, facts, expected) => expectSignals(facts, expected));
});

describe('the page', () => {
  const says = (...texts: PageFacts['texts']): PageFacts => ({ ...page, texts });

  test.each<[string, Facts, Parameters<typeof expectSignals>[1]]>([
    [
      'the newest text that has a class',
      {
        page: says({ text: 'a', class: 'revoked' }, { text: 'b', class: 'no_role' }, { text: 'c' }),
      },
      { text: 'no_role' },
    ],
    ['a blank page', { page: { ...page, blank: true } }, { text: 'blank' }],
    [
      'a blank page that said something',
      { page: { ...says({ text: 'a', class: 'captcha' }), blank: true } },
      { text: 'captcha' },
    ],
    ['a text without a class', { page: says({ text: 'Hola' }) }, { text: absent }],
    ['blocked files', { page: { ...page, blocked: 2 } }, { blockedByClient: 2 }],
    ['stray messages', { page: { ...page, foreignMessages: 3 } }, { foreignMsg: 3 }],
    ['none of them', { page }, { blockedByClient: absent, foreignMsg: absent }],
    [
      'a script out of the cache whose part is gone',
      { page: { ...page, blank: true, missingChunks: 1, fromCache: 1 } },
      { chunkError: true, swStale: absent },
    ],
    [
      'the same, of a page that works',
      { page: { ...page, missingChunks: 1, fromCache: 1 } },
      { chunkError: absent, swStale: absent },
    ],
    [
      'a part that is gone, nothing of it out of the cache',
      { page: { ...page, missingChunks: 1, fromCache: 0 } },
      { chunkError: absent, swStale: absent },
    ],
    [
      'a service worker whose part is gone',
      {
        page: { ...page, widget: 'error', missingChunks: 1, fromCache: 1, fromServiceWorker: 2 },
      },
      { chunkError: absent, swStale: true },
    ],
    [
      'the same, of a page that works',
      { page: { ...page, missingChunks: 1, fromCache: 1, fromServiceWorker: 2 } },
      { chunkError: absent, swStale: absent },
    ],
    [
      'a service worker with a blank page, for whatever reason',
      { page: { ...page, blank: true, fromServiceWorker: 1 } },
      { swStale: absent, text: 'blank' },
    ],
    [
      'a service worker with a blank page that was whole past it',
      { page: { ...page, blank: true, fromServiceWorker: 1, bypassCacheOk: true } },
      { swStale: true, text: 'blank' },
    ],
    [
      'a service worker with a page that is whole',
      { page: { ...page, fromServiceWorker: 5 } },
      { swStale: absent, chunkError: absent },
    ],
    ['a page without its form', { page: { ...page, form: 'missing' } }, { selectors: 'missing' }],
    ['a page with its form', { page: { ...page, form: 'found' } }, { selectors: absent }],
    [
      'a blank page without its form',
      { page: { ...page, form: 'missing', blank: true } },
      { selectors: absent, text: 'blank' },
    ],
    [
      'a portal that is down, without its form',
      { page: { ...page, form: 'missing', http: 503 } },
      { selectors: absent, http: 503 },
    ],
    ['a slow first byte', { page: { ...page, ttfb: 16_000 } }, { ttfb: 16_000 }],
    ['a page that asks to wait', { page: { ...page, ttfb: 90, isBusy: true } }, { ttfb: 30_000 }],
    [
      'a widget that does not answer',
      { page: { ...page, widget: 'no_message' } },
      { widget: 'no_message' },
    ],
    ['a loop', { page: { ...page, loginLoop: true } }, { loginLoop: true }],
    ['past the cache', { page: { ...page, bypassCacheOk: true } }, { bypassCacheOk: true }],
    [
      'a frame that was closed',
      { page: { ...page, widget: 'closed_early', foreignMessages: 1 } },
      { widget: 'closed_early' },
    ],
    [
      'a frame that the person closed',
      { page: { ...page, widget: 'closed_early' } },
      { widget: absent },
    ],
  ])('%s', (_, facts, expected) => expectSignals(facts, expected));
});

describe('what the person says', () => {
  test.each<[string, Facts, Parameters<typeof expectSignals>[1]]>([
    ['a message', { asked: { sees: 'message', class: 'no_role' } }, { text: 'no_role' }],
    [
      'a message, not the page’s',
      { page: { ...page, blank: true }, asked: { class: 'no_role' } },
      { text: 'blank' },
    ],
    ['a blank page', { asked: { sees: 'blank' } }, { text: 'blank' }],
    ['a window that closes', { asked: { sees: 'closes' } }, { widget: 'closed_early' }],
    [
      'not against the page',
      { page: { ...page, widget: 'ok' }, asked: { sees: 'closes' } },
      { widget: 'ok' },
    ],
    ['back to the start', { asked: { sees: 'back_to_start' } }, { loginLoop: true }],
    [
      'nothing to go by',
      { asked: { sees: 'never_ends' } },
      { text: absent, widget: absent, loginLoop: absent },
    ],
    ['which portal', { asked: { portal: 'buzon-imss' } }, { portal: 'buzon-imss' }],
  ])('%s', (_, facts, expected) => expectSignals(facts, expected));
});

describe('the credential', () => {
  const fast = { device: '2029-01-01T00:00:00.000Z', server: at.toISOString(), skew: 66_000_000 };
  const refused: PageFacts = { ...page, texts: [{ text: 'x', class: 'cert_invalid' }] };
  const test_ = { ...credential, issuer: 'test' } as const;
  const unknown = { ...credential, issuer: 'unknown' } as const;

  test.each<[string, Facts, Parameters<typeof expectSignals>[1]]>([
    ['in force', { credential }, { cert: 'ok', certByServerTime: absent, key: 'ok', pwd: 'ok' }],
    [
      'in its last second',
      { credential: { ...credential, notAfter: at.toISOString() } },
      { cert: 'ok' },
    ],
    [
      'expired',
      { credential: { ...credential, notAfter: '2026-11-22T11:59:59.000Z' } },
      { cert: 'expired' },
    ],
    [
      'not yet valid',
      { credential: { ...credential, notBefore: '2026-11-22T12:00:01.000Z' } },
      { cert: 'not_yet', certAgeDays: absent },
    ],
    [
      'by two clocks',
      { credential, clock: fast },
      { cert: 'expired', certByServerTime: 'ok', skew: 66_000_000 },
    ],
    [
      'a seal',
      { credential: { ...credential, kind: 'csd' }, clock },
      { cert: 'csd', certByServerTime: absent },
    ],
    ['of the IMSS', { credential: { ...credential, kind: 'imss' } }, { npie: true, cert: 'ok' }],
    ['of a company', { credential: { ...credential, rfc: 'XAX010101000' } }, { holder: 'moral' }],
    ['superseded', { credential: { ...credential, superseded: true } }, { superseded: true }],
    [
      'five days old by the portal’s clock',
      { credential: { ...credential, notBefore: '2026-11-17T11:00:00.000Z' }, clock },
      { certAgeDays: 5 },
    ],
    [
      'registered ten minutes ago by the portal’s clock',
      { credential: { ...credential, registeredAt: '2026-11-22T11:50:00.000Z' }, clock },
      { registeredMin: 10 },
    ],
    ['of a test AC, not refused', { credential: test_, page }, { cert: 'ok' }],
    ['of a test AC, refused for it', { credential: test_, page: refused }, { cert: 'test_ca' }],
    ['of nobody known, not refused', { credential: unknown, page }, { cert: 'ok' }],
    [
      'of nobody known, refused for it',
      { credential: unknown, page: refused },
      { cert: 'unknown_issuer' },
    ],
    ['of the SAT, refused', { credential, page: refused }, { cert: 'ok' }],
    [
      'refused for it, says the person',
      { credential: test_, asked: { class: 'cert_invalid' } },
      { cert: 'test_ca' },
    ],
  ])('%s', (_, facts, expected) => expectSignals(facts, expected));
});

test('the browser, the session, the settings and the other extensions', () => {
  const other: OtherExtension = {
    id: 'a',
    name: 'Otra',
    version: '1',
    access: 'all_sites',
    permissions: [],
    isForced: false,
  };
  expectSignals(
    {
      browser: {
        brands: [
          { brand: 'Chromium', version: 158 },
          { brand: 'Google Chrome', version: 158 },
        ],
        uaMajor: 120,
        platform: 'Linux',
        platformVersion: '',
        mobile: false,
        features: { sign: true, files: true },
      },
      session: { ...session, cookieBytes: 9000, portalTabs: 3 },
      settings: { ownAccess: 'withheld' },
      extensions: { others: [other], paused: [] },
    },
    {
      brand: 'chrome',
      uaMismatch: true,
      cookieBytes: 9000,
      portalTabs: 3,
      ownAccess: 'withheld',
    },
  );
  expect(
    signals({ extensions: { others: [other], paused: [] } }, at).extScore,
  ).toBeGreaterThanOrEqual(30);
});

test('that nobody is left who could do harm clears nobody who is paused', () => {
  expect(signals({ extensions: { others: [], paused: [] } }, at).extScore).toBe(0);
  expect(signals({ extensions: { others: [], paused: ['a'] } }, at).extScore).toBeUndefined();
});
