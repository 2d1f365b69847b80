import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey } from '../key/opened-key.ts';

/** Ids of `judgeCredential`; they are those of the catalogue of causes of the diagnosis. */
export const causeIds = [
  'cert.expired',
  'cert.expiring',
  'cert.not_yet',
  'cert.revoked',
  'cert.is_csd',
  'cert.test_ca',
  'cert.untrusted',
  'cert.superseded',
  'cert.corrupt',
  'cert.wrong_file',
  'cert.pem',
  'cert.swap',
  'key.mismatch',
  'key.corrupt',
  'key.unsupported',
  'key.missing',
  'key.plain_or_pem',
  'pwd.wrong',
  'pwd.spaces',
  'pwd.caps',
  'pwd.encoding',
] as const;

export type CauseId = (typeof causeIds)[number];

/** Tells apart the mistakes that share one {@link CauseId}. */
export const verdictDetails = [
  'empty_file',
  'html',
  'zip',
  'truncated',
  'damaged',
  'extra_bytes',
  'not_recognised',
  'ca_certificate',
  'certificate_request',
  'renewal_request',
  'sdg',
  'cms',
  'crl',
  'pkcs12',
  'imss_certificate',
  'not_efirma',
  'two_certificates',
  'two_keys',
  'no_certificate',
  'no_files',
  'too_many_files',
  'too_large',
  'empty_password',
  'plain',
  'pem',
] as const;

export type VerdictDetail = (typeof verdictDetails)[number];

export type FindingStatus = 'pass' | 'warning' | 'fail' | 'unknown';

export interface Finding {
  id: CauseId;
  status: FindingStatus;
  detail?: VerdictDetail;
}

export interface CredentialVerdict {
  /**
   * The files are an e.firma, they belong together and the typed password opens the key. Dates,
   * issuer and revocation never make it false: they are findings.
   */
  ok: boolean;
  /** Why `ok` is false; with `ok` true only `cert.expired` or `cert.not_yet`. */
  cause?: CauseId;
  detail?: VerdictDetail;
  /** One per thing looked at; `unknown` when it could not be looked at. */
  findings: readonly Finding[];
  /** The certificate that was judged, as soon as there is exactly one to speak of. */
  certificate?: Certificate;
  /** Only when `ok`. */
  key?: OpenedKey;
  /** Which of the files were taken, by index; only when `ok`. */
  files?: { certificate: number; privateKey: number };
}

/** A reason as it is worded: the locale key is `cause_<id>` or `cause_<id>_<detail>`, dots as `_`. */
export interface VerdictSentence {
  cause: CauseId;
  detail?: VerdictDetail;
}

const brokenFile = ['empty_file', 'html', 'zip', 'truncated', 'damaged', 'extra_bytes'] as const;

const wrongFile = [
  'ca_certificate',
  'certificate_request',
  'renewal_request',
  'sdg',
  'cms',
  'crl',
  'pkcs12',
  'imss_certificate',
  'not_efirma',
  'not_recognised',
  'two_keys',
  'no_certificate',
  'no_files',
  'too_many_files',
  'too_large',
] as const;

/** Every pair that a verdict or one of its findings that is not `pass` can hold. */
export const verdictSentences: readonly VerdictSentence[] = [
  { cause: 'cert.expired' },
  { cause: 'cert.expiring' },
  { cause: 'cert.not_yet' },
  { cause: 'cert.revoked' },
  { cause: 'cert.is_csd' },
  { cause: 'cert.test_ca' },
  { cause: 'cert.untrusted' },
  { cause: 'cert.superseded' },
  { cause: 'cert.pem' },
  { cause: 'cert.swap' },
  { cause: 'key.mismatch' },
  { cause: 'key.unsupported' },
  { cause: 'key.missing' },
  { cause: 'key.missing', detail: 'two_certificates' },
  { cause: 'key.plain_or_pem', detail: 'plain' },
  { cause: 'key.plain_or_pem', detail: 'pem' },
  { cause: 'pwd.wrong' },
  { cause: 'pwd.wrong', detail: 'empty_password' },
  { cause: 'pwd.spaces' },
  { cause: 'pwd.caps' },
  { cause: 'pwd.encoding' },
  ...brokenFile.map((detail) => ({ cause: 'cert.corrupt' as const, detail })),
  ...brokenFile.map((detail) => ({ cause: 'key.corrupt' as const, detail })),
  ...wrongFile.map((detail) => ({ cause: 'cert.wrong_file' as const, detail })),
];
