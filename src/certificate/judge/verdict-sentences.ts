import { emptyFormats } from './part-of-file.ts';
import { fileFormats, type FileFormat } from '../file/file-kind.ts';
import { findingIds, type FindingId } from './cause-ids.ts';

/** A reason as it is worded: the locale key is `cause_<id>` or `cause_<id>_<detail>`, dots as `_`. */
export interface VerdictSentence {
  cause: FindingId;
  detail?: VerdictDetail;
}

/** What a certificate and a key can both suffer. */
const broken = [
  'empty_file',
  'html',
  'zip',
  'zip_encrypted',
  'zip_truncated',
  'truncated',
  'damaged',
  'extra_bytes',
  'mangled_text',
  ...emptyFormats,
] as const;

const foreignFormats = fileFormats.filter(isForeign);

function isForeign(format: FileFormat): format is ForeignFormat {
  return !emptyFormats.some((other) => other === format);
}

type ForeignFormat = Exclude<FileFormat, (typeof emptyFormats)[number]>;

/** The details of each finding that has some; `''` when it is also said without one. */
const detailsOf = {
  'cert.not_yet': ['', 'clock_behind'],
  'cert.superseded': ['', 'newer_brought'],
  'cert.weak_alg': ['small_key', 'small_exponent', 'large_exponent', 'old_hash'],
  'cert.corrupt': [...broken, 'zip_no_key', 'zip_no_certificate'],
  'cert.wrong_file': [
    'ca_certificate',
    'certificate_request',
    'renewal_request',
    'sdg',
    'cms',
    'crl',
    'imss_certificate',
    'not_efirma',
    'not_recognised',
    'two_keys',
    'no_certificate',
    'no_files',
    'too_many_files',
    'too_large',
    ...foreignFormats,
  ],
  'key.corrupt': [...broken, 'not_recognised', 'pfx_truncated', 'pfx_damaged'],
  'key.missing': ['', 'two_certificates', 'other_file'],
  'key.mismatch': ['', 'old_key', 'old_certificate', 'another_holder', 'csd_key'],
  'key.unsupported': [
    '',
    'pkcs12',
    'too_many_iterations',
    'not_rsa',
    'key_size',
    'legacy_pem',
    'openssh',
  ],
  'key.plain_or_pem': ['plain', 'pem'],
  'pwd.wrong': ['', 'empty_password', 'is_rfc', 'is_curp', 'is_file_name', 'pkcs12'],
  'pwd.spaces': ['', 'invisible'],
  'pwd.caps': ['', 'first_letter'],
  'tls.clock': ['clock_ahead', 'clock_behind'],
} as const satisfies Partial<Record<FindingId, readonly string[]>>;

type DetailOrNone = (typeof detailsOf)[keyof typeof detailsOf][number];

/** Tells apart the mistakes that share one cause. */
export type VerdictDetail = Exclude<DetailOrNone, ''>;

/** Every pair that a verdict or one of its findings that is not `pass` can hold. */
export const verdictSentences: readonly VerdictSentence[] = findingIds.flatMap((cause) => {
  const details: Readonly<Partial<Record<FindingId, readonly DetailOrNone[]>>> = detailsOf;
  return (details[cause] ?? ['']).map((detail) => ({ cause, ...(detail && { detail }) }));
});

export const verdictDetails: readonly VerdictDetail[] = [
  ...new Set(verdictSentences.flatMap(({ detail }) => detail ?? [])),
];
