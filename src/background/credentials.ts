/** Every e.firma that can be used, kept or in memory, behind one shape. */
import {
  openPrivateKey,
  readCertificate,
  type Certificate,
  type OpenedKey,
} from '../certificate/index.ts';
import { codeOf, FirmaError } from '../errors.ts';
import type { CredentialCard } from '../messages.ts';
import { signerFrom, type Signer } from '../signature/index.ts';
import { local, session, type CardSummary } from '../storage.ts';
import {
  credentialsInMemory,
  listRecords,
  openFillPart,
  openSignPart,
  readRecord,
  type CredentialRecord,
  type FillSecret,
  withVault,
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
  const memory = (await credentialsInMemory()).map((credential): CredentialCard => ({
    ...factsOf(readCertificate(credential.certificate)),
    id: credential.id,
    canFill: credential.fill !== undefined,
    kept: 'memory',
    ...revocationOf(credential),
  }));
  const kept = (await listRecords()).map((record): CredentialCard => ({
    ...factsOfRecord(record),
    id: record.id,
    canFill: record.parts.fill !== undefined,
    kept: 'vault',
    ...revocationOf(record),
  }));
  return [...memory, ...kept];
}

function revocationOf({ revoked }: Pick<CredentialRecord, 'revoked'>): Pick<Facts, 'revoked'> {
  return revoked ? { revoked } : {};
}

/** One damaged certificate must not hide the others, nor be offered for signing. */
function factsOfRecord({ certificate, rfc, notAfter }: CredentialRecord): Facts {
  try {
    return factsOf(readCertificate(certificate));
  } catch (error) {
    if (codeOf(error) !== 'not_a_certificate') throw error;
    return {
      rfc,
      legalName: '',
      serialNumber: '',
      notBefore: new Date(0).toISOString(),
      notAfter: notAfter.toISOString(),
      kind: 'other',
      issuer: '',
      damaged: true,
    };
  }
}

/**
 * Lends a key that was taken out of the vault for this once, and wipes its bytes after.
 * @throws FirmaError `locked`, `credential_not_found`, `record_damaged`
 */
export async function withKey<Result>(
  id: string,
  use: (credential: { certificate: Certificate; key: OpenedKey }) => Promise<Result>,
): Promise<Result> {
  const inMemory = (await credentialsInMemory()).find((credential) => credential.id === id);
  const record = inMemory ? undefined : await readRecord(id);
  const pkcs8 = inMemory?.pkcs8 ?? (record && (await openSignPart(record)));
  const certificate = inMemory?.certificate ?? record?.certificate;
  if (!pkcs8 || !certificate) throw new FirmaError('credential_not_found');
  try {
    const key = await openPrivateKey(pkcs8, '');
    return await use({ certificate: readCertificate(certificate), key }).finally(() =>
      key.pkcs8.fill(0),
    );
  } finally {
    pkcs8.fill(0);
  }
}

/** As {@link withKey}, lending what signs with it. */
export async function withSigner<Result>(
  id: string,
  use: (signer: Signer) => Promise<Result>,
): Promise<Result> {
  return await withKey(id, ({ certificate, key }) => use(signerFrom(key, certificate.der)));
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
    if (!inMemory.fill) throw new FirmaError('fill_not_kept');
    return { certificate: readCertificate(inMemory.certificate), secret: inMemory.fill };
  }
  const record = await readRecord(id);
  const secret = await withVault(password, ({ key }) => openFillPart(key, record));
  return { certificate: readCertificate(record.certificate), secret };
}

/** Writes what the popup paints first: see `snapshot.ts`. `chosen`: the e.firma just used. */
export async function publishCards(chosen?: string): Promise<void> {
  // One after the other: the last one to write has seen everything.
  await navigator.locks.request('snapshot', () => publish(chosen));
}

/**
 * The one that is used from now on, where the person picks no other.
 * @throws FirmaError `credential_not_found` for one that is gone, or that nothing can be signed with
 */
export async function chooseCard(id: string): Promise<void> {
  const card = (await listCards()).find((other) => other.id === id);
  if (!card || card.damaged) throw new FirmaError('credential_not_found');
  await publishCards(id);
}

async function publish(chosen?: string): Promise<void> {
  const cards = (await listCards()).filter(({ damaged }) => !damaged);
  const { kept } = await local.get('kept');
  const last = chosen ?? kept?.chosen?.id;
  const summary = (among: CredentialCard[]): CardSummary => {
    const card = among.find(({ id }) => id === last) ?? among[0];
    return { ...(card && { chosen: card }), count: among.length };
  };
  await local.set({ kept: summary(cards.filter((card) => card.kept === 'vault')) });
  const hasMemory = cards.some((card) => card.kept === 'memory');
  if (hasMemory) await session.set({ inMemory: summary(cards) });
  else await session.remove('inMemory');
}
