/** Whether a net error, without `ERR_`, is of a proxy on the way: the portal was not reached. */
export function isProxyError(net = ''): boolean {
  return /^(?:PROXY|TUNNEL|SOCKS|MANDATORY_PROXY)_/.test(net);
}
