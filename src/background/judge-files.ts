/** The verdict on files that a person brings, by everything that this computer knows. */
import {
  judgeCredential,
  type Certificate,
  type CredentialFile,
  type CredentialVerdict,
} from '../certificate/index.ts';
import { addedCertificates } from '../evidence/added-authorities.ts';
import type { Review } from '../messages.ts';
import { allCertificates } from './certificates-at-hand.ts';
import { factsOf } from './credentials.ts';
import type { Moment } from './server-time.ts';

export interface JudgedFiles {
  /** Whoever takes its key wipes it. */
  verdict: CredentialVerdict;
  review: Review;
}

/** In: the files, their password as typed, and the moment to judge dates by, by whose clock. */
export async function judgeFiles(
  files: readonly CredentialFile[],
  password: string,
  { at, clock }: Moment,
): Promise<JudgedFiles> {
  const [others, added] = await Promise.all([allCertificates(), addedCertificates()]);
  const verdict = await judgeCredential(files, password, at, {
    others,
    added,
    ...(clock === 'portal' && { computerTime: new Date() }),
  });
  return { verdict, review: reviewOf(verdict, others) };
}

function reviewOf(verdict: CredentialVerdict, others: readonly Certificate[]): Review {
  const { ok, cause, detail, findings, certificate, key, belongsTo } = verdict;
  const owner = belongsTo === undefined ? undefined : others[belongsTo];
  return {
    ok,
    usable: key !== undefined,
    ...(cause !== undefined && { cause }),
    ...(detail !== undefined && { detail }),
    findings,
    ...(certificate && { card: factsOf(certificate) }),
    ...(owner && { belongsTo: datesOf(owner) }),
  };
}

function datesOf({ rfc, notBefore, notAfter }: Certificate): NonNullable<Review['belongsTo']> {
  return { rfc, notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() };
}
