/** «Guardar copia»: the files of an e.firma that is kept, for another computer or program. */
import { readCertificate, toBase64 } from '../certificate/index.ts';
import type { ExtensionProtocol, FilePayload } from '../messages.ts';
import { appendAudit, openFillPart, readRecord, withVault } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { makeCopy } from './make-copy.ts';

type ExportRequest = Parameters<ExtensionProtocol['exportCredential']>[0];

/**
 * Only what is kept, and only with its password, unlocked or not: whoever has these files and
 * their password can sign. Written down before anything leaves.
 * @throws FirmaError `wrong_vault_password`, `fill_not_kept`, `credential_not_found`,
 * `record_damaged`
 */
export async function exportCredential({
  id,
  password,
  form,
}: ExportRequest): Promise<FilePayload[]> {
  const record = await readRecord(id);
  const secret = await withVault(password, ({ key }) => openFillPart(key, record));
  const certificate = readCertificate(record.certificate);
  const files = await makeCopy(form, certificate, secret);
  const { rfc, serialNumber } = certificate;
  await appendAudit(auditEvent('export', { rfc, serialNumber }));
  return files.map(({ name, bytes }) => ({ name, bytes: toBase64(bytes) }));
}
