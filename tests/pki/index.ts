import { mkdir } from 'node:fs/promises';
import { makeAuthority, type Authority } from './authority.ts';
import { issueCredential, type Credential, type CredentialOrder } from './credential.ts';
import { credentialOrders, defaultOrder, type CredentialName } from './roster.ts';
import { yearsFrom } from './dates.ts';

export type { Authority } from './authority.ts';
export type { Credential } from './credential.ts';
export { startOcspResponder } from './ocsp.ts';
export { people } from './people.ts';
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
 * Every date is relative to `now`; nothing depends on today.
 * @throws Error with one clear sentence when openssl is missing.
 */
export async function makePki(directory: string, now: Date): Promise<Pki> {
  await mkdir(directory, { recursive: true });
  const nextSerialNumber = serialNumbers();
  const authorityOptions = {
    directory,
    notBefore: yearsFrom(now, -6),
    notAfter: yearsFrom(now, 10),
  };
  const root = makeAuthority({
    ...authorityOptions,
    file: 'root',
    name: 'RAIZ DE PRUEBA DE FIRMA LISTA',
    serialNumber: nextSerialNumber(),
  });
  const authority = makeAuthority({
    ...authorityOptions,
    file: 'ac',
    name: 'AC DE PRUEBA DE FIRMA LISTA',
    serialNumber: nextSerialNumber(),
    issuer: root,
  });
  const stranger = makeAuthority({
    ...authorityOptions,
    file: 'stranger',
    name: 'AC DESCONOCIDA DE PRUEBA',
    serialNumber: nextSerialNumber(),
  });
  const orders = Object.entries(credentialOrders(now));
  const [made, ...authorities] = await Promise.all([
    Promise.all(
      orders.map(async ([name, order]): Promise<[string, Credential]> => {
        const issuer = order.issuer === 'stranger' ? stranger : authority;
        const credential = await issueCredential({
          ...defaultOrder(now),
          ...order,
          directory,
          file: name,
          serialNumber: nextSerialNumber(),
          issuer,
        });
        return [name, credential];
      }),
    ),
    root,
    authority,
    stranger,
  ]);
  return {
    directory,
    now,
    root: authorities[0],
    authority: authorities[1],
    stranger: authorities[2],
    credentials: Object.fromEntries(made) as Record<CredentialName, Credential>,
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
