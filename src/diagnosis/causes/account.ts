import type { CauseRow } from './cause-row.ts';

/** What the institute says of the account. */
export const accountCauses = [
  { id: 'acc.efirma_not_updated', prior: 9 },
  { id: 'acc.not_registered', prior: 7 },
  { id: 'acc.idse_user', prior: 6 },
  { id: 'acc.rfc_mismatch', prior: 5 },
  { id: 'acc.curp_registered', prior: 4, onlyByAsking: true },
  { id: 'acc.no_role', prior: 4 },
  { id: 'acc.privileges', prior: 4 },
  { id: 'acc.buzon_not_enabled', prior: 4, onlyByAsking: true },
  { id: 'acc.idse_blocked', prior: 3, onlyByAsking: true },
  { id: 'acc.sync_wait', prior: 2, repair: 'wait-a-while' },
  { id: 'acc.curp_wrong', prior: 4 },
  { id: 'acc.rep_not_linked', prior: 3 },
  { id: 'acc.no_imss_number', prior: 2 },
  { id: 'acc.request_expired', prior: 1, onlyByAsking: true },
] as const satisfies readonly CauseRow[];
