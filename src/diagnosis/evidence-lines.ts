import { rightWithin } from './clock-limits.ts';
import type { EvidenceLine, EvidenceValue } from './diagnosis.ts';
import { textClasses, type Evidence, type SignalName } from './evidence.ts';
import { worthShowing } from './extension-score.ts';

/** How a signal is told: its key is `signal_<name>` and, after a `_`, one of the endings. */
interface Telling<Value> {
  readonly endings: readonly string[];
  /** Nothing when this value is not worth a sentence. */
  tell(value: Value): { ending: string; values?: EvidenceValue[] } | undefined;
}

/** One sentence for each of these values, and none for the others. */
function each<Value extends string>(...values: readonly Value[]): Telling<Value> {
  return {
    endings: values,
    tell: (value) => (values.includes(value) ? { ending: value } : undefined),
  };
}

/** One sentence, when it is so. */
function when(expected: boolean): Telling<boolean> {
  return { endings: [''], tell: (value) => (value === expected ? { ending: '' } : undefined) };
}

/** One sentence with the value in it. */
function valued<Value>(worded: (value: Value) => EvidenceValue): Telling<Value> {
  return { endings: [''], tell: (value) => ({ ending: '', values: [worded(value)] }) };
}

const asIs = valued((value: string | number) => value);
/** One sentence, from a value on. */
const from = (least: number): Telling<number> => ({
  endings: [''],
  tell: (value) => (value >= least ? { ending: '' } : undefined),
});
const inSeconds = valued((milliseconds: number) => Math.round(milliseconds / 1000));

/** Nobody counts parts of a second. */
const waited: Telling<number> = {
  endings: ['soon', ''],
  tell: (milliseconds) =>
    milliseconds < 1_000
      ? { ending: 'soon' }
      : { ending: '', values: [Math.round(milliseconds / 1000)] },
};

/** What was inferred is not told as what was seen. */
const broken: Telling<string> = {
  endings: ['unasked', ''],
  tell: (net) =>
    net === 'BLOCKED_BY_ADMINISTRATOR' ? { ending: 'unasked' } : { ending: '', values: [net] },
};

/** `ahead` and `behind` carry minutes. */
const clock: Telling<number> = {
  endings: ['ok', 'ahead', 'behind'],
  tell(seconds) {
    if (Math.abs(seconds) <= rightWithin) return { ending: 'ok' };
    const minutes = Math.round(Math.abs(seconds) / 60);
    return { ending: seconds > 0 ? 'ahead' : 'behind', values: [minutes] };
  },
};

const tellings: { readonly [Name in SignalName]?: Telling<NonNullable<Evidence[Name]>> } = {
  net: broken,
  online: when(false),
  ctrl: each('ok', 'late', 'fail', 'cert', 'redirect'),
  ctrlMs: waited,
  http: asIs,
  retry: each('ok'),
  redirect: each('offsite', 'login'),
  ttfb: inSeconds,
  cookieBytes: valued((bytes: number) => ({ bytes })),
  widgetNet: asIs,
  widgetHttp: asIs,
  widget: each('no_message', 'closed_early'),
  text: each(...textClasses),
  cert: each(
    'ok',
    'expired',
    'not_yet',
    'csd',
    'test_ca',
    'unknown_issuer',
    'parse_error',
    'wrong_type',
  ),
  certByServerTime: each('ok', 'expired', 'not_yet'),
  npie: when(true),
  holder: each('moral'),
  superseded: when(true),
  noEfirma: when(true),
  certAgeDays: asIs,
  weak: when(true),
  noCurp: when(true),
  revocation: each('revoked', 'suspended', 'good'),
  key: each('mismatch', 'parse_error', 'unsupported', 'absent'),
  pfx: each('incomplete'),
  pwd: each('wrong'),
  pwdVariant: each('caps', 'spaces', 'encoding'),
  rfcTyped: each('differs'),
  registeredMin: asIs,
  entered: each('with_older', 'never'),
  fileRead: each('fail'),
  skew: clock,
  brand: each('unsupported', 'chromium_other'),
  lag: each('obsolete'),
  os: each('unsupported'),
  uaMismatch: when(true),
  // A suspicion in points would be read as a share.
  extScore: from(worthShowing),
  proxyBy: each('extension', 'system'),
  blockedByClient: asIs,
  foreignMsg: asIs,
  ownAccess: each('withheld', 'invalidated'),
  windowOpenNull: when(true),
  js: each('block'),
  cookies: each('block'),
  cookieProbe: each('fail'),
  incognito: when(true),
  translated: when(true),
  applet: when(true),
  selectors: each('missing'),
  chunkError: when(true),
  swStale: when(true),
  bypassCacheOk: when(true),
  loginLoop: when(true),
  portalTabs: asIs,
  failed: asIs,
  failedThere: asIs,
  otherSigner: when(true),
  mobile: when(true),
  deadlineDay: when(true),
  host: each('other', 'lookalike'),
  scheme: each('http'),
  satOk: when(false),
  imssOk: when(true),
  vpn: when(true),
  token: when(true),
  pwdTyped: each('of_sat', 'of_idse', 'forgotten'),
  pwdEntry: each('typed', 'other_keyboard', 'pasted', 'autofill'),
  slots: each('swapped'),
  converted: each('cert', 'key'),
  askedRevocation: when(false),
  newerEfirma: when(true),
  linked: when(false),
  requestPending: when(true),
  cameBack: when(true),
  rightPortal: when(false),
  downloads: each('fail'),
  otherNetwork: each('ok', 'fail'),
  otherProfile: each('ok', 'fail'),
  hostsEdited: when(true),
};

const keyOf = (signal: string, ending: string) =>
  ending ? `signal_${signal}_${ending}` : `signal_${signal}`;

/** Every key under which `diagnose` tells a signal; those of the checks are their own. */
export const evidenceKeys: readonly string[] = Object.entries(tellings).flatMap(
  ([signal, { endings }]) => endings.map((ending) => keyOf(signal, ending)),
);

/** What is told of each of these signals, in their order; those without a word are left out. */
export function evidenceLines(signals: readonly SignalName[], evidence: Evidence): EvidenceLine[] {
  return signals.flatMap((signal) => {
    const value = evidence[signal];
    const told = value === undefined ? undefined : tellings[signal]?.tell(value as never);
    if (!told) return [];
    const { ending, ...values } = told;
    return [{ key: keyOf(signal, ending), ...values }];
  });
}
