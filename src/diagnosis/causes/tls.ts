import type { CauseRow } from './cause-row.ts';

/** The secure connection and the clock that it depends on. */
export const tlsCauses = [
  { id: 'tls.clock', prior: 5, repair: 'set-clock' },
  { id: 'tls.interception', prior: 4 },
  { id: 'tls.portal_cert', prior: 3 },
  { id: 'tls.version', prior: 2, repair: 'update-browser' },
  { id: 'tls.client_cert', prior: 1 },
  { id: 'clk.tz', prior: 3, repair: 'set-clock' },
  { id: 'tls.name', prior: 2 },
  { id: 'tls.incomplete_chain', prior: 2 },
  { id: 'os.roots_old', prior: 2 },
] as const satisfies readonly CauseRow[];
