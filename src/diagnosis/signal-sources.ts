import type { Evidence, SignalName } from './evidence.ts';
import type { FactName } from './facts.ts';
import { questions } from './questions.ts';

/** `any`: numbers, and words that nobody has listed. */
type Values<Value> = number extends Value
  ? 'any'
  : string extends Value
    ? 'any'
    : readonly Exclude<Value, undefined>[];

type Sight = { readonly [Name in SignalName]?: Values<Evidence[Name]> };

/** What some sentence that is known comes to, and the page on which nothing can be seen. */
const texts = [
  'trio_invalid',
  'revoked',
  'revoked_or_expired',
  'not_valid_date',
  'not_registered',
  'curp_wrong',
  'rfc_mismatch',
  'no_role',
  'no_imss_number',
  'privileges',
  'session_invalid',
  'service_unavailable',
  'widget_unavailable',
  'maintenance',
  'idse_credentials',
  'captcha',
  'key_mismatch',
  'is_csd',
  'cert_invalid',
  'auth_generic',
  'revocation_unavailable',
  'blank',
  'file_api',
  'insecure_conn',
  'unreachable',
  'answer_unread',
  'frame_missing',
  'file_absent',
  'java_timeout',
] as const;

/**
 * Who sees each signal, by what they look at, and what they come to see; what the answers to
 * questions add stands apart.
 */
export const seenBy = {
  account: {
    entered: ['with_this', 'with_older'],
    failed: 'any',
    failedThere: 'any',
    rfcTyped: ['same', 'differs'],
  },
  answers: { retry: ['ok', 'fail'] },
  asked: { loginLoop: [true], portal: 'any', text: texts, widget: ['closed_early'] },
  browser: {
    brand: ['chrome', 'edge', 'chromium_other', 'unsupported'],
    lag: ['current', 'behind', 'obsolete'],
    mobile: [true],
    os: ['supported', 'unsupported'],
    uaMismatch: [true, false],
  },
  clock: { certByServerTime: ['ok', 'expired', 'not_yet'], deadlineDay: [true], skew: 'any' },
  credential: {
    cert: ['ok', 'expired', 'not_yet', 'csd', 'test_ca', 'unknown_issuer'],
    certAgeDays: 'any',
    certByServerTime: ['ok', 'expired', 'not_yet'],
    holder: ['fisica', 'moral'],
    key: ['ok'],
    noCurp: [true],
    noEfirma: [true],
    npie: [true],
    pwd: ['ok'],
    registeredMin: 'any',
    superseded: [true, false],
    weak: [true],
  },
  document: {
    applet: [true, false],
    cookieProbe: ['ok', 'fail'],
    js: ['allow', 'block'],
    ownAccess: ['invalidated'],
    translated: [true, false],
  },
  extensions: { extScore: 'any', otherSigner: [true], proxyBy: ['extension', 'system'] },
  files: {
    cert: ['expired', 'not_yet', 'csd', 'test_ca', 'unknown_issuer', 'parse_error', 'wrong_type'],
    fileRead: ['fail'],
    holder: ['moral'],
    key: ['mismatch', 'parse_error', 'unsupported', 'absent'],
    pfx: ['incomplete'],
    pwd: ['wrong'],
    pwdVariant: ['caps', 'spaces', 'encoding'],
    revocation: ['revoked'],
    superseded: [true],
    weak: [true],
  },
  network: {
    ctrl: ['ok', 'late', 'fail', 'cert', 'redirect'],
    ctrlMs: 'any',
    http: 'any',
    imssOk: [true, false],
    net: 'any',
    online: [true, false],
    redirect: ['offsite'],
    retry: ['ok', 'fail'],
    satOk: [true, false],
    widgetHttp: 'any',
    widgetNet: 'any',
  },
  page: {
    blockedByClient: 'any',
    bypassCacheOk: [true, false],
    chunkError: [true],
    filled: [true],
    foreignMsg: 'any',
    http: 'any',
    loginLoop: [true],
    net: 'any',
    portal: 'any',
    redirect: ['offsite', 'login'],
    selectors: ['missing'],
    swStale: [true],
    text: texts,
    ttfb: 'any',
    widget: ['ok', 'no_message', 'closed_early', 'error'],
    widgetHttp: 'any',
    widgetNet: 'any',
  },
  place: { host: ['ok', 'other', 'lookalike'], scheme: ['https', 'http'] },
  revocation: { revocation: ['good', 'revoked', 'suspended', 'unknown'] },
  session: { cookieBytes: 'any', portalTabs: 'any' },
  settings: { ownAccess: ['granted', 'withheld'] },
  siteSettings: {
    cookies: ['allow', 'block'],
    js: ['allow', 'block'],
    windowOpenNull: [false],
  },
} as const satisfies Record<FactName, Sight>;

/** What one has to look at to see a signal: `asked`, too, for what only a person knows. */
export function sourcesOf(signal: SignalName): FactName[] {
  return (Object.keys(seenBy) as FactName[]).filter(
    (name) => signal in seenBy[name] || (name === 'asked' && isAskedFor(signal)),
  );
}

function isAskedFor(signal: SignalName): boolean {
  return questions.some(({ signals }) => signals.some((settled) => settled === signal));
}
