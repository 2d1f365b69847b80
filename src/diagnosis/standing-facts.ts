import type { CauseId } from './causes/index.ts';
import type { Evidence, SignalName } from './evidence.ts';
import { rightWithin } from './clock-limits.ts';
import { whenIs } from './rules/rule.ts';

/** Something that is so, whatever failed today. */
export interface StandingFact {
  readonly cause: CauseId;
  /** `fail`: no one gets in like this. `warning`: it need not be in the way. */
  readonly status: 'fail' | 'warning';
  /** All that `when` looks at; the first tells a person the most. */
  readonly signals: readonly SignalName[];
  readonly when: (evidence: Evidence) => boolean;
}

const hour = 3600;

/** By the portal's clock where it is known; else by this computer's, unless that one is wrong. */
const isExpired = ({ cert, certByServerTime, skew = 0 }: Evidence) =>
  certByServerTime ? certByServerTime === 'expired' : cert === 'expired' && skew <= hour;

const isNotYetValid = ({ cert, certByServerTime, skew = 0 }: Evidence) =>
  certByServerTime ? certByServerTime === 'not_yet' : cert === 'not_yet' && skew >= -hour;

/** The certificate is out of its dates by this computer's clock alone. */
const isOnlyByOurClock = ({ cert, certByServerTime }: Evidence) =>
  (cert === 'expired' || cert === 'not_yet') && certByServerTime === 'ok';

function certain<Name extends SignalName>(
  cause: CauseId,
  signal: Name,
  values: NonNullable<Evidence[Name]> | readonly NonNullable<Evidence[Name]>[],
  status: StandingFact['status'] = 'fail',
): StandingFact {
  const { signals, when } = whenIs(cause, signal, values, {});
  return { cause, status, signals, when };
}

/** Facts that are told always: the person should know them even if today's failure is another. */
export const standingFacts: readonly StandingFact[] = [
  {
    cause: 'cert.expired',
    status: 'fail',
    signals: ['cert', 'certByServerTime', 'skew', 'npie'],
    when: (evidence) => isExpired(evidence) && !evidence.npie,
  },
  {
    cause: 'cert.npie_expired',
    status: 'fail',
    signals: ['cert', 'certByServerTime', 'skew', 'npie'],
    when: (evidence) => isExpired(evidence) && evidence.npie === true,
  },
  {
    cause: 'cert.not_yet',
    status: 'fail',
    signals: ['cert', 'certByServerTime', 'skew'],
    when: isNotYetValid,
  },
  certain('cert.is_csd', 'cert', 'csd'),
  certain('cert.test_ca', 'cert', 'test_ca'),
  certain('cert.untrusted', 'cert', 'unknown_issuer'),
  certain('cert.corrupt', 'cert', 'parse_error'),
  certain('cert.wrong_file', 'cert', 'wrong_type'),
  certain('cert.revoked', 'revocation', 'revoked'),
  certain('cert.suspended', 'revocation', 'suspended'),
  certain('cert.superseded', 'superseded', true, 'warning'),
  certain('cert.weak_alg', 'weak', true, 'warning'),
  certain('key.mismatch', 'key', 'mismatch'),
  certain('key.corrupt', 'key', 'parse_error'),
  certain('key.unsupported', 'key', 'unsupported'),
  certain('key.missing', 'key', 'absent'),
  certain('pfx.incomplete', 'pfx', 'incomplete'),
  {
    cause: 'pwd.wrong',
    status: 'fail',
    signals: ['pwd', 'pwdVariant'],
    when: ({ pwd, pwdVariant }) => pwd === 'wrong' && !pwdVariant,
  },
  certain('pwd.caps', 'pwdVariant', 'caps'),
  certain('pwd.spaces', 'pwdVariant', 'spaces'),
  certain('pwd.encoding', 'pwdVariant', 'encoding'),
  certain('cred.not_here', 'noEfirma', true),
  certain('acc.rfc_mismatch', 'rfcTyped', 'differs'),
  certain('user.file_unavailable', 'fileRead', 'fail'),
  certain('user.phishing', 'host', 'lookalike'),
  certain('user.http', 'scheme', 'http'),
  certain('ext.own_access', 'ownAccess', 'withheld'),
  certain('brw.extension_stale', 'ownAccess', 'invalidated', 'warning'),
  certain('set.js_off', 'js', 'block'),
  {
    cause: 'set.cookies_blocked',
    status: 'fail',
    signals: ['cookies', 'cookieProbe'],
    when: ({ cookies, cookieProbe }) => cookies === 'block' || cookieProbe === 'fail',
  },
  {
    cause: 'tls.clock',
    status: 'fail',
    signals: ['skew', 'certByServerTime', 'cert'],
    when: isOnlyByOurClock,
  },
  {
    // It need not be in the way: portals go by their own clock.
    cause: 'tls.clock',
    status: 'warning',
    signals: ['skew', 'cert', 'certByServerTime'],
    when: (evidence) => Math.abs(evidence.skew ?? 0) > rightWithin && !isOnlyByOurClock(evidence),
  },
];
