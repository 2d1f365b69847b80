import type { CauseRow } from './cause-row.ts';

/** The way to the portal. */
export const networkCauses = [
  { id: 'net.offline', prior: 6 },
  { id: 'net.dns', prior: 5 },
  { id: 'net.proxy', prior: 4 },
  { id: 'net.vpn_geo', prior: 4 },
  { id: 'net.firewall', prior: 4 },
  { id: 'net.slow', prior: 4 },
  { id: 'net.captive', prior: 3 },
  { id: 'net.dns_portal_only', prior: 3 },
  { id: 'net.changed', prior: 3 },
  { id: 'net.hosts_hijack', prior: 1, onlyByAsking: true },
] as const satisfies readonly CauseRow[];
