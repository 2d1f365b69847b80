import type { RevocationReason } from './revocation-reason.ts';

/** Why nobody can say whether a certificate was revoked. Never the same as its being good. */
export const revocationGaps = [
  // Nobody was asked.
  'not_allowed',
  'no_permission',
  'unknown_issuer',
  'no_responder',
  // Somebody was, and no answer came.
  'unreachable',
  'timeout',
  'redirected',
  'http_status',
  'too_large',
  // What came does not answer.
  'malformed',
  'responder_error',
  'unknown_to_responder',
  'unauthorised_responder',
  'bad_signature',
  'other_certificate',
  'nonce_missing',
  'nonce_mismatch',
  'not_yet',
  'stale',
  'unsupported',
] as const;

export type RevocationGap = (typeof revocationGaps)[number];

/** What a responder or a list says of one certificate: no revocada, revocada, no comprobada. */
export type RevocationStatus =
  | { status: 'good'; thisUpdate: Date; nextUpdate?: Date }
  | {
      status: 'revoked';
      revokedAt: Date;
      reason?: RevocationReason;
      thisUpdate: Date;
      nextUpdate?: Date;
    }
  | { status: 'unknown'; reason: RevocationGap };
