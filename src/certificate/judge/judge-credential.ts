import type { Certificate } from '../certificate-facts.ts';
import { certificateFindings, type OtherCertificate } from './certificate-findings.ts';
import { byPreference, choosePair, type Pair } from './choose-pair.ts';
import { encodingFinding, fileFindings } from './file-findings.ts';
import { missingPart } from './missing-part.ts';
import { openKeys, type KeyAttempt } from './open-keys.ts';
import { sortFiles, type CredentialFile } from './sort-files.ts';
import type { CredentialVerdict, Finding, VerdictSentence } from './verdict.ts';

export interface JudgeOptions {
  /** What the e.firma is wanted for. Taken, and not judged in this version. */
  purpose?: string;
  /** Id of the portal it is wanted for. Taken, and not judged in this version. */
  portal?: string;
  /** Certificates already at hand: a later one of the same RFC makes this one `cert.superseded`. */
  others?: readonly OtherCertificate[];
}

const mostFiles = 20;

/**
 * Says whether some files and a password are an e.firma that can be used, and if not the exact
 * cause. In: whole files, DER or PEM, in any order and under any names; the password as typed; the
 * moment to judge dates by. What is which is found by content; of several certificates the one that
 * belongs to the key is taken. See {@link CredentialVerdict} for what `ok` means. Never throws for
 * what is in the files. Answers in one pass: with `ok` false, what could not be looked at because
 * of the cause is a finding of status `unknown`.
 */
export async function judgeCredential(
  files: readonly CredentialFile[],
  password: string,
  at: Date,
  options: JudgeOptions = {},
): Promise<CredentialVerdict> {
  if (files.length === 0) return refused({ cause: 'cert.wrong_file', detail: 'no_files' });
  if (files.length > mostFiles) {
    return refused({ cause: 'cert.wrong_file', detail: 'too_many_files' });
  }
  const sorted = sortFiles(files);
  const candidates = byPreference(sorted.certificates, at);
  const authorities = sorted.authorities.map(({ certificate }) => certificate);
  const factsOf = (certificate: Certificate) =>
    certificateFindings(certificate, at, authorities, options.others ?? []);

  const missing = missingPart(sorted);
  if (missing) {
    const only = candidates.length === 1 ? candidates[0]?.certificate : undefined;
    return refused(missing, only ? await factsOf(only) : [], only);
  }

  const attempt = await openKeys(sorted.keys, password);
  const pair = choosePair(candidates, attempt.opened);
  const certificate = pair?.certificate ?? candidates[0];
  const privateKey = pair?.file ?? sorted.keys[0];
  if (!certificate || !privateKey) return refused({ cause: 'key.missing' });
  const { certificate: facts } = certificate;
  const findings = [
    ...(await factsOf(facts)),
    ...fileFindings(certificate, privateKey),
    ...keyFindings(attempt, pair),
  ];
  const fault = faultOfKind(facts) ?? attempt.refusal ?? (pair ? undefined : mismatch);
  if (fault || !pair) return refused(fault ?? mismatch, findings, facts);
  const outOfDate = findings.find(
    ({ id, status }) => status === 'fail' && (id === 'cert.expired' || id === 'cert.not_yet'),
  );
  return {
    ok: true,
    ...(outOfDate && { cause: outOfDate.id }),
    findings,
    certificate: facts,
    key: pair.key,
    files: { certificate: certificate.index, privateKey: privateKey.index },
  };
}

const mismatch: VerdictSentence = { cause: 'key.mismatch' };

/** Before anything else: another password would not make a CSD an e.firma. */
function faultOfKind({ kind }: Certificate): VerdictSentence | undefined {
  switch (kind) {
    case 'efirma':
      return undefined;
    case 'csd':
      return { cause: 'cert.is_csd' };
    case 'imss':
      return { cause: 'cert.wrong_file', detail: 'imss_certificate' };
    case 'other':
      return { cause: 'cert.wrong_file', detail: 'not_efirma' };
  }
}

function keyFindings({ opened, refusal }: KeyAttempt, pair: Pair | undefined): Finding[] {
  const opener = pair ?? opened[0];
  if (!opener) {
    const isPassword = refusal?.cause.startsWith('pwd.') === true;
    return [
      ...(isPassword ? [] : [{ id: 'pwd.wrong', status: 'unknown' } as const]),
      { id: 'key.mismatch', status: 'unknown' },
    ];
  }
  return [
    // A key in clear opens with any password, which proves nothing.
    { id: 'pwd.wrong', status: opener.key.isEncrypted ? 'pass' : 'unknown' },
    encodingFinding(opener.key),
    { id: 'key.mismatch', status: pair ? 'pass' : 'fail' },
  ];
}

function refused(
  { cause, detail }: VerdictSentence,
  findings: readonly Finding[] = [],
  certificate?: Certificate,
): CredentialVerdict {
  const reason = { ...(detail && { detail }) };
  const others = findings.filter(({ id }) => id !== cause);
  return {
    ok: false,
    cause,
    ...reason,
    findings: [{ id: cause, status: 'fail', ...reason }, ...others],
    ...(certificate && { certificate }),
  };
}
