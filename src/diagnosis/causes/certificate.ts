import type { CauseRow } from './cause-row.ts';

/** What is wrong with the certificate itself. */
export const certificateCauses = [
  { id: 'cert.expired', prior: 11, repair: 'renew-certificate' },
  { id: 'cert.is_csd', prior: 7, repair: 'choose-certificate' },
  { id: 'cert.wrong_file', prior: 6, repair: 'choose-certificate' },
  { id: 'cert.superseded', prior: 6, repair: 'choose-certificate' },
  { id: 'cert.npie_expired', prior: 6, repair: 'renew-certificate' },
  { id: 'cert.revoked', prior: 5, repair: 'replace-certificate' },
  { id: 'cert.corrupt', prior: 4, repair: 'reinstall-certificate' },
  { id: 'cert.moral', prior: 4, repair: 'choose-certificate' },
  { id: 'cert.untrusted', prior: 3, repair: 'choose-certificate' },
  { id: 'cert.not_yet', prior: 2, repair: 'wait-until-valid' },
  { id: 'cert.test_ca', prior: 1, repair: 'choose-certificate' },
  { id: 'cert.weak_alg', prior: 1, repair: 'replace-certificate' },
  { id: 'cert.swap', prior: 3, repair: 'place-files', onlyByAsking: true },
  { id: 'cert.pem', prior: 2, repair: 'reinstall-certificate', onlyByAsking: true },
  { id: 'cert.revoked_by_error', prior: 2, repair: 'ask-about-certificate' },
  { id: 'cert.suspended', prior: 1, repair: 'ask-about-certificate' },
  { id: 'cert.no_curp', prior: 1, repair: 'replace-certificate' },
] as const satisfies readonly CauseRow[];
