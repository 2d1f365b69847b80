import type { CauseRow } from './cause-row.ts';

/** The secure connection and the clock that it depends on. */
export const tlsCauses = [
  { id: 'tls.clock', prior: 5, repair: 'set-clock' },
  { id: 'tls.interception', prior: 4, repair: 'check-antivirus' },
  { id: 'tls.portal_cert', prior: 3, repair: 'tell-institute' },
  { id: 'tls.version', prior: 2, repair: 'update-browser' },
  { id: 'tls.client_cert', prior: 1, repair: 'tell-institute' },
  { id: 'clk.tz', prior: 3, repair: 'set-clock' },
  { id: 'tls.name', prior: 2, repair: 'tell-institute' },
  { id: 'tls.incomplete_chain', prior: 2, repair: 'tell-institute' },
  { id: 'os.roots_old', prior: 2, repair: 'update-system' },
] as const satisfies readonly CauseRow[];
