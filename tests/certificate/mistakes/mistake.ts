import type {
  Bytes,
  Certificate,
  CauseId,
  JudgeOptions,
  VerdictDetail,
} from '../../../src/certificate/index.ts';

/** An e.firma that works, in the forms that mistakes are made of. */
export interface Material {
  name: string;
  certificate: Bytes;
  /** The .key, enciphered. */
  key: Bytes;
  /** The same in clear, PKCS#8. */
  plainKey: Bytes;
  /** Both halves, made by openssl. */
  pfx: Bytes;
  /** The certificate alone, made by openssl. */
  pfxWithoutKey: Bytes;
  password: string;
  facts: Certificate;
  /** A moment for which {@link standing} holds. */
  at: Date;
  /** What is wrong with it whatever one does: it ended, or it has not begun. */
  standing: readonly Label[];
}

export interface Label {
  cause: CauseId;
  detail?: VerdictDetail;
}

/** What a file was meant to be. Its name is made up for every attempt, unless it matters. */
export interface Handed {
  role: string;
  bytes: Uint8Array;
  name?: string;
}

/** What a person hands in. */
export interface Attempt {
  files: readonly Handed[];
  password: string;
  at: Date;
  options: JudgeOptions;
}

/** What a mistake changes: two of one part cannot be made at once. */
export type Part = 'certificate' | 'key' | 'password' | 'surroundings' | 'set';

/** One kind of mistake: a small change of a healthy attempt, and the name it has to get. */
export interface Mistake {
  id: string;
  /** For people, in Spanish. */
  what: string;
  part: Part;
  label: Label;
  /** What else is true then. */
  also?: readonly Label[];
  /** Some need more than any e.firma has. */
  appliesTo?: (material: Material) => boolean;
  make(attempt: Attempt, material: Material, other: Material): Attempt;
}

/** The two files and the password, as they should be. */
export function healthy({ certificate, key, password, at }: Material): Attempt {
  const files = [
    { role: 'cer', bytes: certificate },
    { role: 'key', bytes: key },
  ];
  return { files, password, at, options: {} };
}

/** The same attempt with that file made another, or added. */
export function withFile(attempt: Attempt, role: string, bytes: Uint8Array): Attempt {
  return { ...attempt, files: [...withoutFile(attempt, role).files, { role, bytes }] };
}

export function withoutFile(attempt: Attempt, role: string): Attempt {
  return { ...attempt, files: attempt.files.filter((file) => file.role !== role) };
}

/** These files instead of all that was there. */
export function onlyFiles(attempt: Attempt, ...all: readonly Uint8Array[]): Attempt {
  return { ...attempt, files: all.map((bytes, index) => ({ role: `file ${index}`, bytes })) };
}
