import type { CauseRow } from './cause-row.ts';

/** What is wrong with the certificate itself. */
export const certificateCauses = [
  { id: 'cert.expired', prior: 11, repair: 'renew-certificate' },
  { id: 'cert.is_csd', prior: 7 },
  { id: 'cert.wrong_file', prior: 6 },
  { id: 'cert.superseded', prior: 6 },
  { id: 'cert.npie_expired', prior: 6, repair: 'renew-certificate' },
  { id: 'cert.revoked', prior: 5 },
  { id: 'cert.corrupt', prior: 4 },
  { id: 'cert.moral', prior: 4 },
  { id: 'cert.untrusted', prior: 3 },
  { id: 'cert.not_yet', prior: 2, repair: 'wait-until-valid' },
  { id: 'cert.test_ca', prior: 1 },
  { id: 'cert.weak_alg', prior: 1 },
  { id: 'cert.swap', prior: 3, onlyByAsking: true },
  { id: 'cert.pem', prior: 2, onlyByAsking: true },
  { id: 'cert.revoked_by_error', prior: 2 },
  { id: 'cert.suspended', prior: 1 },
  { id: 'cert.no_curp', prior: 1 },
] as const satisfies readonly CauseRow[];
