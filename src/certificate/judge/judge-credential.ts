import type { Certificate } from '../certificate-facts.ts';
import { certificateFindings } from './certificate-findings.ts';
import { conclude } from './conclude.ts';
import { clockFindings } from './date-findings.ts';
import { formFindings } from './form-findings.ts';
import type { JudgeOptions } from './judge-options.ts';
import { keyFaults } from './key-faults.ts';
import { isRightKind } from './kind-findings.ts';
import { lackingFaults } from './lacking-faults.ts';
import { openAndPair, type Opening } from './open-and-pair.ts';
import { pairFinding } from './pair-finding.ts';
import { passwordFindings } from './password-findings.ts';
import { sortFiles } from './sort-files.ts';
import type { CertificateFile, CredentialFile } from './sorted-file.ts';
import { takeKey } from './take-key.ts';
import { fault, type CredentialVerdict } from './verdict.ts';

const mostFiles = 20;

/**
 * Says whether some files and a password are an e.firma that can be used, and if not the exact
 * cause. In: whole files (.cer, .key, .pfx, DER or PEM, or a ZIP of them) in any order and under
 * any names; the password as typed; the moment to judge dates by. What is which is found by
 * content; of several certificates the one that belongs to the key is taken. See
 * {@link CredentialVerdict} for what `ok` means. Never throws for what is in the files. Answers in
 * one pass: every cause is among the findings, the one to mend first is `cause`, and what could not
 * be looked at because of it has status `unknown`.
 */
export async function judgeCredential(
  files: readonly CredentialFile[],
  password: string,
  at: Date,
  options: JudgeOptions = {},
): Promise<CredentialVerdict> {
  if (files.length === 0) return conclude([fault('cert.wrong_file', 'no_files')]);
  if (files.length > mostFiles) return conclude([fault('cert.wrong_file', 'too_many_files')]);

  const isWanted = (certificate: Certificate) => isRightKind(certificate, options);
  const brought = sortFiles(files);
  const opening = await openAndPair(brought, password, at, isWanted);
  const { attempt, candidates, pair, isPairOpen } = opening;
  const judged = judgedOf(opening);
  const certificate = judged?.certificate;
  const privateKey = pair?.file ?? brought.locked[0];
  const { finding, belongsTo } = pairFinding(opening, certificate, options);
  const surroundings = {
    at,
    authorities: brought.authorities.map((authority) => authority.certificate),
    brought: candidates.map((candidate) => candidate.certificate),
    options,
  };
  const findings = [
    ...lackingFaults(brought, opening),
    ...(certificate ? await certificateFindings(certificate, surroundings) : []),
    ...(judged && privateKey ? formFindings(judged, privateKey) : []),
    ...(pair ? [] : keyFaults([...attempt.typed, ...attempt.bySlip])),
    ...passwordFindings(password, attempt, isPairOpen ? pair : undefined, certificate),
    finding,
    ...clockFindings(at, options.computerTime),
  ];
  return conclude(findings, {
    ...(certificate && { certificate }),
    ...takeKey(opening, isWanted, findings),
    ...(belongsTo !== undefined && { belongsTo }),
  });
}

/** The certificate to speak of: of the pair, or the best; without a key only when there is but one. */
function judgedOf({ attempt, candidates, pair }: Opening): CertificateFile | undefined {
  if (pair) return pair.certificate;
  return attempt.typed.length > 0 || candidates.length === 1 ? candidates[0] : undefined;
}
