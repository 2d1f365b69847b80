/** Every e.firma that can be used, kept or in memory, behind one shape. */
import { browser } from '../browser.ts';
import { openPrivateKey, readCertificate, type Certificate } from '../certificate/index.ts';
import { codeOf, FirmaError } from '../errors.ts';
import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { signerFrom, type Signer } from '../signature/index.ts';
import {
  credentialsInMemory,
  listRecords,
  openFillPart,
  openSignPart,
  openVault,
  readRecord,
  type CredentialRecord,
  type FillSecret,
} from '../vault/index.ts';

type Facts = Omit<CredentialCard, 'id' | 'canFill' | 'kept'>;

/** The facts of a certificate as they travel to pages. */
export function factsOf(certificate: Certificate): Facts {
  const { rfc, curp, legalName, representative, serialNumber, notBefore, notAfter, kind, issuer } =
    certificate;
  return {
    rfc,
    ...(curp !== undefined && { curp }),
    legalName,
    ...(representative && { representativeRfc: representative.rfc }),
    ...(representative?.curp !== undefined && { representativeCurp: representative.curp }),
    serialNumber,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    kind,
    issuer: issuer.commonName ?? issuer.text,
  };
}

export async function listCards(): Promise<CredentialCard[]> {
  const memory = (await credentialsInMemory()).map(({ id, certificate }): CredentialCard => ({
    ...factsOf(readCertificate(certificate)),
    id,
    canFill: true,
    kept: 'memory',
  }));
  const kept = (await listRecords()).map((record): CredentialCard => ({
    ...factsOfRecord(record),
    id: record.id,
    canFill: record.parts.fill !== undefined,
    kept: 'vault',
  }));
  return [...memory, ...kept];
}

/** One damaged certificate must not hide the others: its card says so, and it can be removed. */
function factsOfRecord({ certificate, rfc, notAfter }: CredentialRecord): Facts {
  try {
    return factsOf(readCertificate(certificate));
  } catch (error) {
    if (codeOf(error) !== 'not_a_certificate') throw error;
    return {
      rfc,
      legalName: t('error_record_damaged'),
      serialNumber: '',
      notBefore: new Date(0).toISOString(),
      notAfter: notAfter.toISOString(),
      kind: 'other',
      issuer: '',
    };
  }
}

/**
 * Lends a signer whose key was taken out of the vault for this once, and wipes its bytes after.
 * @throws FirmaError `locked`, `credential_not_found`, `record_damaged`
 */
export async function withSigner<Result>(
  id: string,
  use: (signer: Signer) => Promise<Result>,
): Promise<Result> {
  const inMemory = (await credentialsInMemory()).find((credential) => credential.id === id);
  const record = inMemory ? undefined : await readRecord(id);
  const pkcs8 = inMemory?.pkcs8 ?? (record && (await openSignPart(record)));
  const certificate = inMemory?.certificate ?? record?.certificate;
  if (!pkcs8 || !certificate) throw new FirmaError('credential_not_found');
  const key = await openPrivateKey(pkcs8, '');
  try {
    return await use(signerFrom(key, certificate));
  } finally {
    for (const bytes of [pkcs8, key.pkcs8]) bytes.fill(0);
  }
}

/**
 * The original files and their password.
 * @throws FirmaError `wrong_vault_password`, `fill_not_kept`, `credential_not_found`
 */
export async function fillSecretOf(
  id: string,
  password: string,
): Promise<{ certificate: Certificate; secret: FillSecret }> {
  const inMemory = (await credentialsInMemory()).find((credential) => credential.id === id);
  if (inMemory) {
    return { certificate: readCertificate(inMemory.certificate), secret: inMemory.fill };
  }
  const record = await readRecord(id);
  const { key } = await openVault(password);
  const secret = await openFillPart(key, record);
  key.fill(0);
  return { certificate: readCertificate(record.certificate), secret };
}

/** Writes what the popup paints first: see `snapshot.ts`. `chosen`: the e.firma just used. */
export async function publishCards(chosen?: string): Promise<void> {
  // One after the other: the last one to write has seen everything.
  await navigator.locks.request('snapshot', () => publish(chosen));
}

async function publish(chosen?: string): Promise<void> {
  const cards = await listCards();
  const { kept } = await browser.storage.local.get('kept');
  const last = chosen ?? (kept as { chosen?: CredentialCard } | undefined)?.chosen?.id;
  const pick = (among: CredentialCard[]): CredentialCard | undefined =>
    among.find(({ id }) => id === last) ?? among[0];
  const summary = (among: CredentialCard[]): object => {
    const card = pick(among);
    return { ...(card && { chosen: card }), count: among.length };
  };
  await browser.storage.local.set({ kept: summary(cards.filter((card) => card.kept === 'vault')) });
  const hasMemory = cards.some((card) => card.kept === 'memory');
  if (hasMemory) await browser.storage.session.set({ inMemory: summary(cards) });
  else await browser.storage.session.remove('inMemory');
}
