import type { Evidence, SignalName } from './evidence.ts';
import { longestWait } from './has-failed.ts';

/** Signals of an attempt that went wrong: none of them is there when all goes well. */
const failures: {
  readonly [Name in SignalName]?: (value: NonNullable<Evidence[Name]>) => boolean;
} = {
  net: (net) => net !== '',
  online: (online) => !online,
  http: (http) => http >= 400,
  redirect: () => true,
  ttfb: (milliseconds) => milliseconds > longestWait,
  widgetNet: (net) => net !== '',
  widgetHttp: (http) => http >= 500,
  widget: (widget) => widget !== 'ok',
  text: () => true,
  cert: (cert) => cert === 'parse_error' || cert === 'wrong_type',
  key: (key) => key !== 'ok',
  pfx: () => true,
  pwd: (pwd) => pwd !== 'ok',
  fileRead: () => true,
  ownAccess: (access) => access === 'invalidated',
  windowOpenNull: Boolean,
  js: (js) => js === 'block',
  cookieProbe: (probe) => probe === 'fail',
  selectors: () => true,
  bypassCacheOk: Boolean,
  loginLoop: () => true,
  failed: (attempts) => attempts > 0,
  failedThere: (attempts) => attempts > 0,
  host: (host) => host !== 'ok',
  scheme: (scheme) => scheme === 'http',
};

/**
 * Whether anything at all points to a failure: without that, what is odd about a computer is the
 * cause of nothing. A weaker claim than that an attempt failed, which is `hasFailed`.
 */
export function hasFailureSign(evidence: Evidence): boolean {
  return Object.entries(failures).some(([name, isFailure]) => {
    const value = evidence[name as SignalName];
    return value !== undefined && isFailure(value as never);
  });
}
