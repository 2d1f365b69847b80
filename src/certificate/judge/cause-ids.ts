/** Causes of `judgeCredential`; they are those of the catalogue of causes of the diagnosis. */
export const causeIds = [
  'cert.expired',
  'cert.expiring',
  'cert.not_yet',
  'cert.revoked',
  'cert.is_csd',
  'cert.test_ca',
  'cert.untrusted',
  'cert.superseded',
  'cert.moral',
  'cert.weak_alg',
  'cert.corrupt',
  'cert.wrong_file',
  'cert.pem',
  'cert.swap',
  'key.mismatch',
  'key.corrupt',
  'key.unsupported',
  'key.missing',
  'key.plain_or_pem',
  'pfx.incomplete',
  'pwd.wrong',
  'pwd.spaces',
  'pwd.caps',
  'pwd.encoding',
] as const;

export type CauseId = (typeof causeIds)[number];

/** What is worth saying and never a reason to refuse the files. */
const remarkIds = [
  'cert.kept',
  'cert.no_curp',
  'cert.rfc_check_digit',
  'cert.curp_check_digit',
  'tls.clock',
] as const;

export const findingIds = [...causeIds, ...remarkIds] as const;

export type FindingId = (typeof findingIds)[number];
