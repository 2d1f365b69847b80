/** The files a person brings: what they are, whether they work, keeping or just using them. */
import {
  fromBase64,
  identifyFile,
  judgeCredential,
  toBase64,
  type Certificate,
  type CredentialVerdict,
  type OpenedKey,
} from '../certificate/index.ts';
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
import { factsOf, listCards, publishCards } from './credentials.ts';
import { lockAfterHours } from './lock.ts';
import { serverNow } from './server-time.ts';

interface BroughtFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Judged {
  review: Review;
  /** Only when the verdict is good. */
  credential?: { certificate: Certificate; key: OpenedKey; fill?: FillSecret };
}

/** Only for keys in clear, where no other password is proved. */
const shortestVaultPassword = 8;

type FilesAndPassword = Pick<ImportRequest, 'files' | 'password'>;

export function identifyFiles(files: FilePayload[]): IdentifiedFile[] {
  return files.map(decode).map(({ name, bytes }) => ({
    name,
    size: bytes.length,
    kind: identifyFile(bytes).kind,
  }));
}

/** «Sólo revisar»: judged and forgotten. */
export async function reviewFiles(request: FilesAndPassword): Promise<Review> {
  const { review, credential } = await judge(request);
  credential?.key.pkcs8.fill(0);
  return review;
}

/** «Guardar en este equipo». Dates never stand in the way: the review speaks of them. */
export async function importFiles(request: ImportRequest): Promise<ImportResult> {
  const { review, credential } = await judge(request);
  if (!credential) return { review };
  const { certificate, key, fill } = credential;
  if (!key.isEncrypted && request.password.length < shortestVaultPassword) {
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
  return { review, card: await publish(record.id), updated };
}

/** «Usar sin guardar»: in memory until lock or close. */
export async function useFiles(request: FilesAndPassword): Promise<ImportResult> {
  const { review, credential } = await judge(request);
  if (!credential) return { review };
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
  return { review, card: await publish(id), updated: false };
}

async function judge({ files, password }: FilesAndPassword): Promise<Judged> {
  const brought = files.map(decode);
  const verdict = await judgeCredential(brought, password, await serverNow());
  const review = reviewOf(verdict);
  const { certificate, key } = verdict;
  const privateKey = verdict.files && brought[verdict.files.privateKey];
  const original = verdict.files && brought[verdict.files.certificate];
  if (!verdict.ok || !certificate || !key || !privateKey || !original) return { review };
  const fill: FillSecret = {
    // Portals read DER only, whatever the file that was brought.
    certificate: { name: original.name, bytes: toBase64(certificate.der) },
    privateKey: { name: privateKey.name, bytes: toBase64(privateKey.bytes) },
    password,
  };
  // A key in clear goes into no form: whoever saw the file there could sign for the person.
  return { review, credential: { certificate, key, ...(key.isEncrypted && { fill }) } };
}

function reviewOf({ ok, cause, detail, findings, certificate }: CredentialVerdict): Review {
  return {
    ok,
    ...(cause !== undefined && { cause }),
    ...(detail !== undefined && { detail }),
    findings,
    ...(certificate && { card: factsOf(certificate) }),
  };
}

function subjectOf({ rfc, serialNumber }: Certificate): Partial<AuditEvent> {
  return { rfc, serialNumber };
}

async function publish(id: string): Promise<NonNullable<ImportResult['card']>> {
  await lockAfterHours();
  await publishCards(id);
  const card = (await listCards()).find((other) => other.id === id);
  if (!card) throw new FirmaError('credential_not_found');
  return card;
}

function decode({ name, bytes }: FilePayload): BroughtFile {
  const decoded = fromBase64(bytes);
  if (!decoded) throw new FirmaError('invalid_request');
  return { name, bytes: decoded };
}
