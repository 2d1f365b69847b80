import { mkdir } from 'node:fs/promises';
import { authorityIn, type Authority } from './authority.ts';
import {
  credentialIn,
  issueCredential,
  type Credential,
  type CredentialOrder,
} from './credential.ts';
import { issueHierarchy, orderHierarchy } from './hierarchy.ts';
import { defaultOrder, type CredentialName } from './roster.ts';
import { fillShared } from './fill-shared.ts';

export type { Authority } from './authority.ts';
export type { Credential } from './credential.ts';
export { readHolder } from './holder.ts';
export { makeFaultyTls, type FaultyTls, type TlsFault } from './faulty-tls.ts';
export { startOcspResponder } from './ocsp.ts';
export { people, type Holder } from './people.ts';
export type { CredentialName } from './roster.ts';
export { makeTlsCertificate, type TlsCertificate } from './tls.ts';

/** A hierarchy that mirrors the SAT's: root → AC → leaves, and a stranger's root of its own. */
export interface Pki {
  directory: string;
  now: Date;
  root: Authority;
  authority: Authority;
  /** Issued `unknownIssuer`; nobody trusts it. */
  stranger: Authority;
  credentials: Record<CredentialName, Credential>;
  /** A number that no certificate of this hierarchy has yet: 20 digits, as the SAT's tests 3…. */
  nextSerialNumber(): string;
}

/** What a test can choose; the rest is as in `person`. */
export type CredentialOptions = Partial<Omit<CredentialOrder, 'directory' | 'serialNumber'>>;

/**
 * Makes the whole hierarchy with the openssl command line in `directory` (made if missing).
 * Every date is relative to `now`; nothing depends on today. The keys of the authorities have 2048
 * bits for speed; the SAT's have 4096.
 * @throws Error with one clear sentence when openssl is missing.
 */
export async function makePki(
  directory: string,
  now: Date,
  { authorityBits = 2048 } = {},
): Promise<Pki> {
  await mkdir(directory, { recursive: true });
  const nextSerialNumber = serialNumbers();
  const orders = orderHierarchy(directory, now, authorityBits, nextSerialNumber);
  await fillShared(directory, `${now.getTime()}-${authorityBits}`, () => issueHierarchy(orders));
  return {
    directory,
    now,
    root: authorityIn(orders.root),
    authority: authorityIn(orders.authority),
    stranger: authorityIn(orders.stranger),
    credentials: Object.fromEntries(
      orders.credentials.map((order) => [order.file, credentialIn(order)]),
    ) as Record<CredentialName, Credential>,
    nextSerialNumber,
  };
}

/**
 * One more credential with a fresh key, of the same AC unless told:
 * `makeCredential(pki, { file: 'fresh', password })`. Name the file, else it takes its number's.
 */
export function makeCredential(pki: Pki, options: CredentialOptions = {}): Promise<Credential> {
  const serialNumber = pki.nextSerialNumber();
  return issueCredential({
    ...defaultOrder(pki.now),
    file: serialNumber,
    issuer: pki.authority,
    ...options,
    directory: pki.directory,
    serialNumber,
  });
}

function serialNumbers(): () => string {
  let issued = 0;
  return () => `30001000000500${String(++issued).padStart(6, '0')}`;
}
