import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Account, Accounts } from './accounts.ts';
import { startClock } from './clock.ts';
import { noFaults, type Faults } from './faults.ts';
import { makeFolios } from './folios.ts';
import { startLog, type ReplicaEvent } from './log.ts';
import { readPages } from './pages.ts';
import { buzonRoutes } from './portals/buzon.ts';
import type { Context } from './portals/context.ts';
import { entrarRoutes } from './portals/entrar.ts';
import { escritorioRoutes } from './portals/escritorio.ts';
import { idseRoutes } from './portals/idse.ts';
import { messagesRoutes } from './portals/messages.ts';
import { satRoutes } from './portals/sat.ts';
import { publicSiteRoutes, publicSites } from './portals/public-sites.ts';
import { satPortalRoutes } from './portals/sat-portal.ts';
import { signingRoutes } from './portals/signing.ts';
import { widgetRoutes } from './portals/widget.ts';
import { makeRegistry, type Registry } from './registry.ts';
import { answerWith } from './serve.ts';
import { makeSessions } from './sessions.ts';
import { trustIn } from './trust.ts';
import { noVariants, type Variants } from './variants.ts';

export { noFaults, type Faults } from './faults.ts';
export type { ReplicaEvent } from './log.ts';
export { refusalTexts, type RefusalId, type Speaker } from './refusal-texts.ts';
export { noVariants, type Variants } from './variants.ts';

export interface ReplicaOptions {
  /** PEM texts for the hosts of {@link replicaHosts}; `spkiHash` is handed through. */
  tls: { key: string; cert: string; spkiHash: string };
  /** CA certificates, DER, that are trusted besides the SAT's test ACs. Nothing else ever is. */
  issuers: readonly Uint8Array[];
  /** Certificates, DER, that the SAT knows from the beginning. */
  certificates?: readonly Uint8Array[];
  /** Accounts of IDSE, by RFC, from the beginning. */
  accounts?: Iterable<readonly [rfc: string, account: Account]>;
  /** Where the replica's clock starts; it ticks on from there. The machine's clock without it. */
  now?: Date;
  /** Is told each event as one Spanish line. */
  log?: (line: string) => void;
}

export interface Replica {
  httpsPort: number;
  /** The same pages without TLS. */
  httpPort: number;
  spkiHash: string;
  /** For Chromium's --host-resolver-rules. */
  resolverRules: string;
  /** Everything that happened, in order; grows while the replica runs. */
  log: readonly ReplicaEvent[];
  /**
   * The same pages at one more port, with another certificate: expired, of another name. For a rule
   * `MAP host:443 127.0.0.1:port` before {@link resolverRules}.
   */
  openTlsPort(tls: { key: string; cert: string }): Promise<number>;
  /** What goes wrong at the portals from now on; nothing until it is set. */
  readonly faults: Faults;
  /** How the pages are from now on. */
  readonly variants: Variants;
  /** Who has an account of IDSE. */
  readonly accounts: Accounts;
  /** The certificates that the SAT knows. */
  readonly registry: Registry;
  stop(): Promise<void>;
}

/** Where portals are. */
const portalHosts: readonly string[] = [
  '*.imss.gob.mx',
  'imss.gob.mx',
  '*.siat.sat.gob.mx',
  '*.mat.sat.gob.mx',
  'cfdiau.sat.gob.mx',
  '*.facturaelectronica.sat.gob.mx',
];

/** The names that the replica's certificate must have. */
export const replicaHosts: readonly string[] = [...portalHosts, ...publicSites];

/** Starts the local replica of the portals on two free ports of the loopback. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const { tls, issuers, now, log: tell } = options;
  const clock = startClock(now);
  const { events, record } = startLog(clock, tell);
  const pages = readPages();
  const faults = noFaults();
  const variants = noVariants();
  const accounts: Accounts = new Map(options.accounts);
  const registry = makeRegistry(options.certificates ?? []);
  const context: Context = {
    clock,
    record,
    pages,
    sessions: makeSessions(),
    judge: trustIn(issuers),
    faults,
    variants,
    accounts,
    registry,
  };
  const assertions = makeFolios();
  const folios = makeFolios();
  const listener = answerWith(context, [
    ...pages.routes,
    ...messagesRoutes(context),
    ...entrarRoutes(context),
    ...widgetRoutes(context, folios),
    ...buzonRoutes(context, folios),
    ...signingRoutes(context),
    ...escritorioRoutes(context, folios),
    ...idseRoutes(context),
    ...satRoutes(context, assertions),
    ...satPortalRoutes(context, assertions),
    ...publicSiteRoutes(context),
  ]);
  const servers: Server[] = [];
  async function open(server: Server): Promise<number> {
    servers.push(server);
    return await listen(server);
  }
  const openTlsPort = ({ key, cert }: { key: string; cert: string }): Promise<number> =>
    open(createHttpsServer({ key, cert }, listener));
  const [httpsPort, httpPort] = await Promise.all([
    openTlsPort(tls),
    open(createHttpServer(listener)),
  ]);
  return {
    httpsPort,
    httpPort,
    spkiHash: tls.spkiHash,
    resolverRules: [
      ...replicaHosts.map((host) => `MAP ${host}:443 127.0.0.1:${httpsPort}`),
      ...portalHosts.map((host) => `MAP ${host}:80 127.0.0.1:${httpPort}`),
    ].join(', '),
    log: events,
    openTlsPort,
    faults,
    variants,
    accounts,
    registry,
    async stop() {
      await Promise.all(servers.map(close));
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
