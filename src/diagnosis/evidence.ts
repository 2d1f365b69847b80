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
  'unreachable',
  'answer_unread',
  'frame_missing',
  'file_absent',
  'java_timeout',
] as const;

export type TextClass = (typeof textClasses)[number];

export interface Evidence {
  /** Net error of the page, or of a probe of its host, without `ERR_`: `NAME_NOT_RESOLVED`. */
  net?: string;
  online?: boolean;
  /** A second host, to tell a dead portal from a dead connection. */
  ctrl?: 'ok' | 'late' | 'fail' | 'cert' | 'redirect';
  /** Milliseconds until it answered or failed; or, when it is late, for which it was waited for. */
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
  npie?: true;
  holder?: 'fisica' | 'moral';
  superseded?: boolean;
  /** None was added on this computer, and nothing is seen, or told, to have failed. */
  noEfirma?: true;
  certAgeDays?: number;
  weak?: true;
  /** It carries no CURP of who signs with it. */
  noCurp?: true;
  /** `suspended`: revoked for a while (certificateHold, RFC 5280 section 5.3.1). */
  revocation?: 'good' | 'revoked' | 'suspended' | 'unknown';
  key?: 'ok' | 'mismatch' | 'parse_error' | 'unsupported' | 'absent';
  pfx?: 'incomplete';
  pwd?: 'ok' | 'wrong';
  pwdVariant?: 'caps' | 'spaces' | 'encoding';
  rfcTyped?: 'same' | 'differs';
  registeredMin?: number;
  /** With which e.firma the person has got in at this portal: by our history, or by their word. */
  entered?: 'with_this' | 'with_older' | 'never';
  fileRead?: 'fail';

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
  selectors?: 'missing';
  /** A script out of the cache asked for a file that is gone. */
  chunkError?: true;
  /** The same, when a service worker of the portal served the script. */
  swStale?: true;
  /** It worked once it was loaded past the cache. */
  bypassCacheOk?: boolean;
  loginLoop?: true;
  /** What the portal judges was given to it from here. */
  filled?: true;
  portalTabs?: number;
  /** Attempts in a row that the portal turned down, with this e.firma. */
  failed?: number;
  /** The same, with any e.firma. */
  failedThere?: number;
  /** Another extension signs at portals too. */
  otherSigner?: true;
  mobile?: true;
  deadlineDay?: true;
  host?: 'ok' | 'other' | 'lookalike';
  scheme?: 'https' | 'http';
  /** Id of the portal. */
  portal?: string;
  satOk?: boolean;
  imssOk?: boolean;

  /** What only the person knows, as they answer when asked. */
  vpn?: boolean;
  token?: boolean;
  /** Which password they typed at the portal. */
  pwdTyped?: 'of_key' | 'of_sat' | 'of_idse' | 'forgotten';
  /** How it got into the form. */
  pwdEntry?: 'typed' | 'other_keyboard' | 'pasted' | 'autofill';
  /** Each file in its own place of the portal's form. */
  slots?: 'right' | 'swapped';
  /** Which of the files was made into another kind. */
  converted?: 'none' | 'cert' | 'key';
  /** They asked the SAT for the revocation themselves. */
  askedRevocation?: boolean;
  /** They got another e.firma after this one. */
  newerEfirma?: boolean;
  /** The company has them as its representative at this portal. */
  linked?: boolean;
  /** They began to ask for a certificate of the IMSS, and did not finish. */
  requestPending?: boolean;
  /** They came to the page by the browser's button Back. */
  cameBack?: boolean;
  /** It is the portal that they meant. */
  rightPortal?: boolean;
  /** They got in; it is a download that does not come. */
  downloads?: 'ok' | 'fail';
  /** The portal from another network, as that of a phone. */
  otherNetwork?: 'ok' | 'fail';
  /** The portal in another window, without extensions nor anything kept. */
  otherProfile?: 'ok' | 'fail';
  /** Somebody changed by hand where this computer looks for the portal. */
  hostsEdited?: boolean;
}

export type SignalName = keyof Evidence;
