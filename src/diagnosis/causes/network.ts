import type { CauseRow } from './cause-row.ts';

/** The way to the portal. */
export const networkCauses = [
  { id: 'net.offline', prior: 6, repair: 'check-connection' },
  { id: 'net.dns', prior: 5, repair: 'check-dns' },
  { id: 'net.proxy', prior: 4, repair: 'check-proxy' },
  { id: 'net.vpn_geo', prior: 4, repair: 'turn-off-vpn' },
  { id: 'net.firewall', prior: 4, repair: 'ask-network' },
  { id: 'net.slow', prior: 4, repair: 'check-connection' },
  { id: 'net.captive', prior: 3, repair: 'join-wifi' },
  { id: 'net.dns_portal_only', prior: 3, repair: 'check-dns' },
  { id: 'net.changed', prior: 3, repair: 'reload-page' },
  { id: 'net.hosts_hijack', prior: 1, repair: 'check-dns', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
