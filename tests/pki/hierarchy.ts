import { makeAuthority, type AuthorityOptions } from './authority.ts';
import { issueCredential, type CredentialOrder } from './credential.ts';
import { yearsFrom } from './dates.ts';
import { credentialOrders, defaultOrder } from './roster.ts';

type AuthorityOrder = Omit<AuthorityOptions, 'issuer'>;

/** Everything that a hierarchy has, before there is any of it: the same for the same moment. */
interface HierarchyOrders {
  root: AuthorityOrder;
  authority: AuthorityOrder;
  stranger: AuthorityOrder;
  credentials: (Omit<CredentialOrder, 'issuer'> & { issuer: 'authority' | 'stranger' })[];
}

export function orderHierarchy(
  directory: string,
  now: Date,
  authorityBits: number,
  nextSerialNumber: () => string,
): HierarchyOrders {
  const order = (file: string, name: string): AuthorityOrder => ({
    directory,
    file,
    name,
    bits: authorityBits,
    serialNumber: nextSerialNumber(),
    notBefore: yearsFrom(now, -6),
    notAfter: yearsFrom(now, 10),
  });
  return {
    root: order('root', 'RAIZ DE PRUEBA DE FIRMA LISTA'),
    authority: order('ac', 'AC DE PRUEBA DE FIRMA LISTA'),
    stranger: order('stranger', 'AC DESCONOCIDA DE PRUEBA'),
    credentials: Object.entries(credentialOrders(now)).map(([file, entry]) => ({
      ...defaultOrder(now),
      issuer: 'authority',
      ...entry,
      directory,
      file,
      serialNumber: nextSerialNumber(),
    })),
  };
}

/** Makes every key and certificate, as many at a time as the machine can. */
export async function issueHierarchy(orders: HierarchyOrders): Promise<void> {
  const root = makeAuthority(orders.root);
  const issuers = {
    authority: makeAuthority({ ...orders.authority, issuer: root }),
    stranger: makeAuthority(orders.stranger),
  };
  await Promise.all([
    root,
    ...Object.values(issuers),
    ...orders.credentials.map(({ issuer, ...order }) =>
      issueCredential({ ...order, issuer: issuers[issuer] }),
    ),
  ]);
}
