import type { Portal } from '../../../portals/index.ts';

export interface NeededHost {
  host: string;
  port: number;
}

/** The SAT is asked by plain http whether an e.firma is revoked. */
const revocation: NeededHost = { host: 'www.sat.gob.mx', port: 80 };

/** What a network has to let through for the portals and their forms, each once, in their order. */
export function neededHosts(
  portals: readonly Pick<Portal, 'host' | 'forms' | 'replicaOnly'>[],
): NeededHost[] {
  const hosts = portals
    .filter(({ replicaOnly }) => !replicaOnly)
    .flatMap(({ host, forms }) => [host, ...forms.map(({ origin }) => new URL(origin).hostname)]);
  return [...[...new Set(hosts)].map((host) => ({ host, port: 443 })), revocation];
}
