import { textClasses, type Evidence, type SignalName } from '../../src/diagnosis/index.ts';

type Candidates = { [Name in SignalName]-?: readonly NonNullable<Evidence[Name]>[] };

/** Values of every signal, one on each side of every threshold. */
export const candidates: Candidates = {
  net: [
    'INTERNET_DISCONNECTED',
    'NAME_NOT_RESOLVED',
    'PROXY_CONNECTION_FAILED',
    'CONNECTION_REFUSED',
    'CONNECTION_TIMED_OUT',
    'NETWORK_ACCESS_DENIED',
    'BLOCKED_BY_ADMINISTRATOR',
    'BLOCKED_BY_CLIENT',
    'CERT_DATE_INVALID',
    'CERT_AUTHORITY_INVALID',
    'CERT_COMMON_NAME_INVALID',
    'SSL_VERSION_OR_CIPHER_MISMATCH',
    'SSL_PROTOCOL_ERROR',
    'BAD_SSL_CLIENT_AUTH_CERT',
  ],
  online: [true, false],
  ctrl: ['ok', 'fail', 'cert', 'redirect'],
  ctrlMs: [100, 5000],
  http: [200, 400, 401, 403, 404, 429, 431, 500, 503],
  retry: ['ok', 'fail'],
  redirect: ['offsite', 'login'],
  ttfb: [300, 16_000],
  cookieBytes: [100, 9000],
  widgetNet: ['CONNECTION_TIMED_OUT', 'BLOCKED_BY_CLIENT'],
  widgetHttp: [200, 503],
  widget: ['ok', 'no_message', 'closed_early', 'error'],
  text: textClasses,
  cert: [
    'ok',
    'expired',
    'not_yet',
    'csd',
    'test_ca',
    'unknown_issuer',
    'parse_error',
    'wrong_type',
  ],
  certByServerTime: ['ok', 'expired', 'not_yet'],
  npie: [true, false],
  holder: ['fisica', 'moral'],
  superseded: [true, false],
  certAgeDays: [5, 400],
  weak: [true, false],
  revocation: ['good', 'revoked', 'unknown'],
  key: ['ok', 'mismatch', 'parse_error', 'unsupported', 'absent'],
  pfx: ['ok', 'incomplete'],
  pwd: ['ok', 'wrong'],
  pwdVariant: ['caps', 'spaces', 'encoding'],
  rfcTyped: ['same', 'differs'],
  registeredMin: [10, 60],
  fileRead: ['ok', 'fail'],
  skew: [0, 400, -400, 7200, -7200, 100_000],
  brand: ['chrome', 'edge', 'chromium_other', 'unsupported'],
  lag: ['current', 'behind', 'obsolete'],
  os: ['supported', 'unsupported'],
  uaMismatch: [true, false],
  extScore: [0, 10, 40, 80],
  proxyBy: ['extension', 'system'],
  blockedByClient: [0, 3],
  foreignMsg: [0, 4],
  ownAccess: ['granted', 'withheld', 'invalidated'],
  windowOpenNull: [true, false],
  js: ['allow', 'block'],
  cookies: ['allow', 'block'],
  cookieProbe: ['ok', 'fail'],
  incognito: [true, false],
  translated: [true, false],
  applet: [true, false],
  selectors: ['found', 'missing'],
  chunkError: [true, false],
  swStale: [true, false],
  bypassCacheOk: [true, false],
  loginLoop: [true, false],
  portalTabs: [1, 3],
  failed: [0, 4],
  vpn: [true, false],
  token: [true, false],
  deadlineDay: [true, false],
  host: ['ok', 'other', 'lookalike'],
  scheme: ['https', 'http'],
  portal: ['escritorio-virtual', 'buzon-imss'],
  satOk: [true, false],
  imssOk: [true, false],
};

/** Every mix of these signals, each also absent, with which the condition holds. */
export function* mixesOf(
  signals: readonly SignalName[],
  when: (evidence: Evidence) => boolean,
  mix: Evidence = {},
): Generator<Evidence> {
  const [signal, ...rest] = signals;
  if (!signal) {
    if (when(mix)) yield mix;
    return;
  }
  yield* mixesOf(rest, when, mix);
  for (const value of candidates[signal]) yield* mixesOf(rest, when, { ...mix, [signal]: value });
}
