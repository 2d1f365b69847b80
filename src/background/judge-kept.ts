/** The verdict on an e.firma that is kept or in memory: by its original files, or without them. */
import type { Certificate, OpenedKey } from '../certificate/index.ts';
import { codeOf } from '../errors.ts';
import type { Review } from '../messages.ts';
import { readRecord, type FillSecret } from '../vault/index.ts';
import { fillSecretOf } from './credentials.ts';
import { judgeFiles, type JudgedFiles } from './judge-files.ts';
import type { Moment } from './server-time.ts';
import { storedFile } from './stored-file.ts';
import { stepOf } from './trial-steps.ts';

/** Why the original files cannot be judged. */
type NoOriginals = 'originals_not_kept' | 'password_not_given';

/**
 * The original files and their password. In: what opens the vault, if the person gave it; of one in
 * memory anything.
 * @throws FirmaError `wrong_vault_password`, `credential_not_found`, `record_damaged`
 */
export async function originalsOf(
  id: string,
  password: string | undefined,
): Promise<FillSecret | NoOriginals> {
  if (password === undefined) {
    const { parts } = await readRecord(id);
    return parts.fill ? 'password_not_given' : 'originals_not_kept';
  }
  try {
    return (await fillSecretOf(id, password)).secret;
  } catch (error) {
    if (codeOf(error) !== 'fill_not_kept') throw error;
    return 'originals_not_kept';
  }
}

/**
 * In: the opened e.firma, its original files where they are at hand, and the moment to judge dates
 * by. Without the files, what only they can tell is left out.
 */
export async function judgeKept(
  { certificate, key }: { certificate: Certificate; key: OpenedKey },
  originals: FillSecret | NoOriginals,
  moment: Moment,
): Promise<JudgedFiles> {
  const { verdict, review } =
    typeof originals === 'string'
      ? onlyKnown(await judgeFiles([asFile(certificate.der), asFile(key.pkcs8)], '', moment))
      : await judgeFiles(
          [originals.certificate, originals.privateKey].map(storedFile),
          originals.password,
          moment,
        );
  verdict.key?.pkcs8.fill(0);
  return { verdict, review };
}

function asFile(bytes: Uint8Array): { name: string; bytes: Uint8Array } {
  return { name: '', bytes };
}

/** What is said of how the files and their password came: here they came out of the vault. */
const ofForm: readonly string[] = ['cert.pem', 'cert.swap', 'key.plain_or_pem', 'pwd.encoding'];

function onlyKnown({ verdict, review }: JudgedFiles): JudgedFiles {
  const findings: Review['findings'] = [
    ...review.findings.filter(
      (finding) => stepOf(finding) !== 'password' && !ofForm.includes(finding.id),
    ),
    { id: 'pwd.wrong', status: 'unknown' },
  ];
  return { verdict, review: { ...review, findings } };
}
