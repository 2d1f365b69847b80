/**
 * The vocabulary of evidence: flat signals that causes are judged by. Every signal is optional, and
 * absence means that nobody looked.
 */

/** What a message of a portal comes to, whatever its words. */
export const textClasses = [
  'trio_invalid',
  'revoked',
  'revoked_or_expired',
  'not_valid_date',
  'not_registered',
  'curp_registered',
  'rfc_mismatch',
  'no_role',
  'privileges',
  'session_invalid',
  'service_unavailable',
  'maintenance',
  'idse_credentials',
  'account_blocked',
  'captcha',
  'key_mismatch',
  'is_csd',
  'cert_invalid',
  'auth_generic',
  'revocation_unavailable',
  'buzon_not_enabled',
  'blank',
  'file_api',
  'insecure_conn',
] as const;

export type TextClass = (typeof textClasses)[number];

export interface Evidence {
  /** Net error of the page, or of a probe of its host, without `ERR_`: `NAME_NOT_RESOLVED`. */
  net?: string;
  online?: boolean;
  /** A second host, to tell a dead portal from a dead connection. */
  ctrl?: 'ok' | 'fail' | 'cert' | 'redirect';
  ctrlMs?: number;
  /** Status of the page. */
  http?: number;
  /** The same request, made once more. */
  retry?: 'ok' | 'fail';
  redirect?: 'offsite' | 'login';
  /** Milliseconds until the first byte. */
  ttfb?: number;
  cookieBytes?: number;
  widgetNet?: string;
  widgetHttp?: number;
  widget?: 'ok' | 'no_message' | 'closed_early' | 'error';
  text?: TextClass;

  /** By this computer's clock. */
  cert?:
    | 'ok'
    | 'expired'
    | 'not_yet'
    | 'csd'
    | 'test_ca'
    | 'unknown_issuer'
    | 'parse_error'
    | 'wrong_type';
  /** Its dates by the portal's clock. */
  certByServerTime?: 'ok' | 'expired' | 'not_yet';
  /** A certificate of the IMSS (NPIE), not of the SAT. */
  npie?: boolean;
  holder?: 'fisica' | 'moral';
  superseded?: boolean;
  certAgeDays?: number;
  weak?: boolean;
  revocation?: 'good' | 'revoked' | 'unknown';
  key?: 'ok' | 'mismatch' | 'parse_error' | 'unsupported' | 'absent';
  pfx?: 'ok' | 'incomplete';
  pwd?: 'ok' | 'wrong';
  pwdVariant?: 'caps' | 'spaces' | 'encoding';
  rfcTyped?: 'same' | 'differs';
  registeredMin?: number;
  fileRead?: 'ok' | 'fail';

  /** Seconds that this computer's clock is ahead of the portal's; behind is negative. */
  skew?: number;

  brand?: 'chrome' | 'edge' | 'chromium_other' | 'unsupported';
  lag?: 'current' | 'behind' | 'obsolete';
  os?: 'supported' | 'unsupported';
  /** The browser says two different versions of itself. */
  uaMismatch?: boolean;
  /** The most suspicious of the other extensions, 0 to 100. */
  extScore?: number;
  proxyBy?: 'extension' | 'system';
  /** Files of the portal that another extension stopped. */
  blockedByClient?: number;
  /** Messages in the portal's page that were not for it, while it was signing. */
  foreignMsg?: number;
  ownAccess?: 'granted' | 'withheld' | 'invalidated';
  windowOpenNull?: boolean;
  js?: 'allow' | 'block';
  cookies?: 'allow' | 'block';
  cookieProbe?: 'ok' | 'fail';
  incognito?: boolean;
  translated?: boolean;
  applet?: boolean;
  selectors?: 'found' | 'missing';
  /** A script out of the cache asked for a file that is gone. */
  chunkError?: boolean;
  /** The same, when a service worker of the portal served the script. */
  swStale?: boolean;
  /** It worked once it was loaded past the cache. */
  bypassCacheOk?: boolean;
  loginLoop?: boolean;
  portalTabs?: number;
  /** Attempts that failed in a row. */
  failed?: number;
  /** What the person said when asked. */
  vpn?: boolean;
  token?: boolean;
  deadlineDay?: boolean;
  host?: 'ok' | 'other' | 'lookalike';
  scheme?: 'https' | 'http';
  /** Id of the portal. */
  portal?: string;
  satOk?: boolean;
  imssOk?: boolean;
}

export type SignalName = keyof Evidence;
