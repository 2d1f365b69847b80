import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { startClock } from './clock.ts';
import { noFaults, type Faults } from './faults.ts';
import { makeFolios } from './folios.ts';
import { startLog, type ReplicaEvent } from './log.ts';
import { readPages } from './pages.ts';
import { buzonRoutes } from './portals/buzon.ts';
import type { Context } from './portals/context.ts';
import { entrarRoutes } from './portals/entrar.ts';
import { messagesRoutes } from './portals/messages.ts';
import { widgetRoutes } from './portals/widget.ts';
import { answerWith } from './serve.ts';
import { makeSessions } from './sessions.ts';
import { trustIn } from './trust.ts';

export { noFaults, type Faults } from './faults.ts';
export type { ReplicaEvent } from './log.ts';

export interface ReplicaOptions {
  /** PEM texts for the hosts of {@link replicaHosts}; `spkiHash` is handed through. */
  tls: { key: string; cert: string; spkiHash: string };
  /** CA certificates, DER, that are trusted besides the SAT's test ACs. Nothing else ever is. */
  issuers: readonly Uint8Array[];
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
  /** What goes wrong at the portals from now on; nothing until it is set. */
  readonly faults: Faults;
  stop(): Promise<void>;
}

/** The names that the replica's certificate must have. */
export const replicaHosts: readonly string[] = ['*.imss.gob.mx', 'imss.gob.mx'];

/** Starts the local replica of the portals on two free ports of the loopback. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const { tls, issuers, now, log: tell } = options;
  const clock = startClock(now);
  const { events, record } = startLog(clock, tell);
  const pages = readPages();
  const faults = noFaults();
  const context: Context = {
    clock,
    record,
    pages,
    sessions: makeSessions(),
    judge: trustIn(issuers),
    faults,
  };
  const folios = makeFolios();
  const listener = answerWith(context, [
    ...pages.routes,
    ...messagesRoutes(context),
    ...entrarRoutes(context),
    ...widgetRoutes(context, folios),
    ...buzonRoutes(context, folios),
  ]);
  const servers = [
    createHttpsServer({ key: tls.key, cert: tls.cert }, listener),
    createHttpServer(listener),
  ] as const;
  const [httpsPort, httpPort] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  return {
    httpsPort,
    httpPort,
    spkiHash: tls.spkiHash,
    resolverRules: replicaHosts
      .flatMap((host) => [
        `MAP ${host}:443 127.0.0.1:${httpsPort}`,
        `MAP ${host}:80 127.0.0.1:${httpPort}`,
      ])
      .join(', '),
    log: events,
    faults,
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
