/** The files a person brings: what they are, whether they work, keeping or just using them. */
import { wholeUnpackBudget, type Certificate, type OpenedKey } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type {
  FilePayload,
  IdentifiedFile,
  ImportRequest,
  ImportResult,
  Review,
} from '../messages.ts';
import {
  appendAudit,
  keepInMemory,
  saveCredential,
  type AuditEvent,
  type FillSecret,
} from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { listCards, publishCards } from './credentials.ts';
import { decodeFile } from './decode-file.ts';
import { describeFile } from './describe-file.ts';
import { judgeFiles } from './judge-files.ts';
import { lockAfterHours } from './lock.ts';
import { portalFiles } from './portal-files.ts';
import { noteKept, noteReview } from './refused-files.ts';
import { serverClock } from './server-time.ts';
import { rememberAnswerAbout } from './watch-revocation.ts';

interface Judged {
  review: Review;
  /** Only when the files are an e.firma whose key opened; `fill` when a password protects it. */
  credential?: { certificate: Certificate; key: OpenedKey; fill?: FillSecret };
}

/** Only for keys that no password protects: of another it is proved. */
const shortestVaultPassword = 8;

type FilesAndPassword = Pick<ImportRequest, 'files' | 'password'>;

export function identifyFiles(files: FilePayload[]): IdentifiedFile[] {
  const budget = wholeUnpackBudget();
  return files.map((file) => describeFile(decodeFile(file), budget));
}

/** «Guardar en este equipo». Dates never stand in the way: the review speaks of them. */
export async function importFiles(request: ImportRequest): Promise<ImportResult> {
  const { review, credential } = await judge(request);
  if (!credential) return await refused(review);
  const { certificate, key, fill } = credential;
  if (!fill && request.password.length < shortestVaultPassword) {
    key.pkcs8.fill(0);
    throw new FirmaError('vault_password_too_short');
  }
  const { record, updated } = await saveCredential(
    {
      certificate: certificate.der,
      rfc: certificate.rfc,
      notAfter: certificate.notAfter,
      pkcs8: key.pkcs8,
      ...(request.keepFill && fill && { fill }),
    },
    {
      key: request.password,
      ...(request.vaultPassword !== undefined && { vault: request.vaultPassword }),
    },
    (isUpdate) => auditEvent(isUpdate ? 'update' : 'import', subjectOf(certificate)),
  ).finally(() => key.pkcs8.fill(0));
  await noteKept(review);
  return { review, card: await publish(record.id, certificate), updated };
}

/** «Usar sin guardar»: in memory until lock or close. */
export async function useFiles(request: FilesAndPassword): Promise<ImportResult> {
  const { review, credential } = await judge(request);
  if (!credential) return await refused(review);
  const { certificate, key, fill } = credential;
  const id = `memory-${certificate.serialNumber}`;
  // Written down first: a worker that dies in between leaves no e.firma open that nobody knows of.
  // Under the vault's lock, which locking waits for.
  await navigator.locks
    .request('vault', async () => {
      await appendAudit(auditEvent('use_without_keeping', subjectOf(certificate)));
      await keepInMemory({
        id,
        certificate: certificate.der,
        pkcs8: key.pkcs8,
        ...(fill && { fill }),
      });
    })
    .finally(() => key.pkcs8.fill(0));
  await noteKept(review);
  return { review, card: await publish(id, certificate), updated: false };
}

async function refused(review: Review): Promise<ImportResult> {
  await noteReview(review);
  return { review };
}

async function judge({ files, password }: FilesAndPassword): Promise<Judged> {
  const brought = files.map(decodeFile);
  const { verdict, review } = await judgeFiles(brought, password, await serverClock());
  const { certificate, key, files: taken } = verdict;
  if (!certificate || !key || !taken) return { review };
  // What no password protects goes into no form: whoever saw it there could sign for the person.
  const isProtected = key.isEncrypted && password !== '';
  const fill = isProtected ? await portalFiles({ certificate, key, taken, password }) : undefined;
  return { review, credential: { certificate, key, ...(fill && { fill }) } };
}

function subjectOf({ rfc, serialNumber }: Certificate): Partial<AuditEvent> {
  return { rfc, serialNumber };
}

async function publish(
  id: string,
  { der }: Certificate,
): Promise<NonNullable<ImportResult['card']>> {
  await lockAfterHours();
  await rememberAnswerAbout(der);
  await publishCards(id);
  const card = (await listCards()).find((other) => other.id === id);
  if (!card) throw new FirmaError('credential_not_found');
  return card;
}
