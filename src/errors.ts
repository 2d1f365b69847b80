/** What a page may be told (page API, version 1). Core codes never cross to a page. */
export const pageErrorCodes = [
  'user_cancelled',
  'no_certificate',
  'certificate_expired',
  'origin_not_allowed',
  'invalid_request',
  'nonce_reused',
  'gesture_required',
  'busy',
  'timeout',
  'too_large',
  'unsupported_version',
  'interrupted',
  'unexpected',
] as const;

export type PageErrorCode = (typeof pageErrorCodes)[number];

/** What a person can mend in the files or the password they brought. */
export type FileErrorCode =
  | 'not_a_certificate'
  | 'not_a_private_key'
  | 'not_a_pkcs12'
  | 'unsupported_key'
  | 'too_many_iterations'
  | 'wrong_password';

/** What the vault says. */
export type VaultErrorCode =
  | 'locked'
  | 'wrong_vault_password'
  | 'vault_password_needed'
  | 'vault_password_too_short'
  | 'credential_not_found'
  | 'record_damaged'
  | 'fill_not_kept';

/** Why a form was not filled. */
export type FillErrorCode =
  | 'not_a_portal'
  | 'form_not_found'
  | 'stranger_in_frames'
  | 'form_goes_elsewhere'
  | 'form_in_address'
  | 'form_opens_elsewhere'
  | 'form_changed'
  | 'page_changed'
  | 'form_rejected_files'
  | 'fill_uncertain'
  | 'company_refused'
  | 'other_rfc_asked'
  | 'other_way_to_enter'
  | 'user_missing'
  | 'other_client_active';

/** Why the portal's own protocol was not spoken to its end. */
export type NativeErrorCode =
  | 'challenge_missing'
  | 'challenge_unknown'
  | 'account_missing'
  | 'account_invalid'
  | 'native_uncertain'
  | 'page_too_old';

/** Why a request of a page can no longer be answered. */
export type RequestErrorCode = 'request_gone' | 'page_did_not_ask';

/** Why other extensions could not be paused, or are still off. */
export type PauseErrorCode =
  'management_missing' | 'extension_not_paused' | 'extension_not_restored';

/** Why a repair was not made, or not undone. */
export type RepairErrorCode =
  | 'page_not_answering'
  | 'too_much_to_keep'
  | 'session_renewed'
  | 'tabs_in_use'
  | 'site_settings_missing'
  | 'site_setting_managed'
  | 'site_setting_allowed'
  | 'portal_access_missing';

/** Why a file was not taken as an authority. */
export type AuthorityErrorCode =
  'not_an_authority' | 'test_authority' | 'fingerprint_changed' | 'too_many_authorities';

export type ErrorCode =
  | PageErrorCode
  | FileErrorCode
  | AuthorityErrorCode
  | VaultErrorCode
  | FillErrorCode
  | NativeErrorCode
  | RequestErrorCode
  | PauseErrorCode
  | RepairErrorCode;

/**
 * The one error of this project. Everything else that is thrown is a bug.
 * Recognise it with {@link codeOf}: classes do not survive the way between extension contexts,
 * codes do.
 */
export class FirmaError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FirmaError';
    this.code = code;
  }
}

/** The code of a {@link FirmaError}, also after it crossed contexts; `unexpected` for anything else. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof FirmaError) return error.code;
  if (error instanceof Error && error.name === 'FirmaError' && 'code' in error) {
    return error.code as ErrorCode;
  }
  return 'unexpected';
}
