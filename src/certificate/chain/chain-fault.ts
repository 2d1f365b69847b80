/** Why a certification path was refused (RFC 5280 section 6.1). */
export const chainFaults = [
  // No path reaches an anchor.
  'malformed',
  'no_issuer',
  'bad_signature',
  'unsupported_algorithm',
  'too_complex',
  // A path does, and a rule refuses it.
  'weak_algorithm',
  'algorithm_mismatch',
  'version',
  'duplicate_extension',
  'unknown_critical_extension',
  'not_yet_valid',
  'expired',
  'not_an_authority',
  'key_usage',
  'path_length',
  'key_identifier_mismatch',
  'name_constraints',
  'policy',
  'revoked',
  'revocation_unknown',
] as const;

export type ChainFault = (typeof chainFaults)[number];

/** A fault and the certificate that has it. */
export interface FoundFault {
  reason: ChainFault;
  /** Place in the path: 0 is the leaf. */
  at: number;
}
