import { isProxyError } from './is-proxy-error.ts';

/**
 * Somebody left, the computer or an extension on it kept the request back, the connection was gone
 * or was another one of a sudden, or nobody told where the host is.
 */
const before = /^(?:ABORTED$|BLOCKED_|INTERNET_|NETWORK_|NAME_|DNS_)/;

/**
 * Whether a net error, without `ERR_`, is of the person's own computer or network: the portal was
 * never asked, so it says nothing of it; and that it answers the next time is no whim of its own.
 */
export function isOfOwnWay(net = ''): boolean {
  return before.test(net) || isProxyError(net);
}
