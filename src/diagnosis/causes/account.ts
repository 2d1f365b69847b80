import type { CauseRow } from './cause-row.ts';

/** What the institute says of the account. */
export const accountCauses = [
  { id: 'acc.efirma_not_updated', prior: 9, repair: 'update-account' },
  { id: 'acc.not_registered', prior: 7, repair: 'register-account' },
  { id: 'acc.idse_user', prior: 6, repair: 'recover-idse-access' },
  { id: 'acc.rfc_mismatch', prior: 5, repair: 'match-details' },
  { id: 'acc.curp_registered', prior: 4, repair: 'update-account', onlyByAsking: true },
  { id: 'acc.no_role', prior: 4, repair: 'ask-for-access' },
  { id: 'acc.privileges', prior: 4, repair: 'check-sat-account' },
  { id: 'acc.buzon_not_enabled', prior: 4, repair: 'enable-mailbox', onlyByAsking: true },
  { id: 'acc.idse_blocked', prior: 3, repair: 'recover-idse-access', onlyByAsking: true },
  { id: 'acc.sync_wait', prior: 2, repair: 'wait-a-while' },
  { id: 'acc.curp_wrong', prior: 4, repair: 'match-details' },
  { id: 'acc.rep_not_linked', prior: 3, repair: 'link-representative' },
  { id: 'acc.no_imss_number', prior: 2, repair: 'ask-for-access' },
  { id: 'acc.request_expired', prior: 1, repair: 'restart-idse-request', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
