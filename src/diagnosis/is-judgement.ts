import type { TextClass } from './evidence.ts';

/** What a portal can only say once it has received and looked at what was sent to it. */
const judgements: ReadonlySet<TextClass | undefined> = new Set([
  'trio_invalid',
  'revoked',
  'revoked_or_expired',
  'not_valid_date',
  'not_registered',
  'curp_registered',
  'curp_wrong',
  'rfc_mismatch',
  'no_role',
  'no_imss_number',
  'privileges',
  'idse_credentials',
  'account_blocked',
  'key_mismatch',
  'is_csd',
  'cert_invalid',
  'revocation_unavailable',
  'buzon_not_enabled',
] as const);

/** Whether a portal came as far as judging somebody, by what it says. */
export function isJudgement(text: TextClass | undefined): boolean {
  return judgements.has(text);
}
