import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  replicaHosts,
  startReplica,
  type Replica,
  type ReplicaOptions,
} from '../../replica/index.ts';
import { makePki, makeTlsCertificate, type Pki, type TlsCertificate } from '../pki/index.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Ask {
  method?: 'GET' | 'POST';
  host: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  plainHttp?: true;
}

/** A replica that can be asked, and others of it that start at another moment. */
export interface Site {
  replica: Replica;
  lines: string[];
  at(now: Date): Promise<Replica>;
  /** Asks {@link replica}, or another, as a browser would; TLS is checked for real. */
  ask(what: Ask, whom?: Replica): Promise<Answer>;
  stop(): Promise<void>;
}

/** A site with the hierarchy whose AC it trusts, both at the same moment. */
export interface Bench extends Site {
  pki: Pki;
}

export async function startBench(now: Date): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), 'firma-lista-bench-'));
  const pki = await makePki(directory, now);
  const holders = Object.values(pki.credentials).filter(({ kind }) => kind === 'efirma');
  const site = await startSite(now, [pki.authority.readCertificate()], {
    certificates: holders.map((holder) => holder.readCertificate()),
    accounts: holders.map(({ rfc, password }) => [rfc, { user: rfc, password }]),
  });
  return {
    ...site,
    pki,
    async stop() {
      await site.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Trusts only the SAT's test ACs unless told. */
export async function startSite(
  now: Date,
  issuers: Uint8Array[] = [],
  known: Pick<ReplicaOptions, 'accounts' | 'certificates'> = {},
): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), 'firma-lista-site-'));
  const tls = await makeTlsCertificate(directory, replicaHosts);
  await rm(directory, { recursive: true, force: true });
  const lines: string[] = [];
  const running: Replica[] = [];
  const at = async (start: Date): Promise<Replica> => {
    const log = (line: string): void => void lines.push(line);
    const started = await startReplica({ tls, issuers, now: start, log, ...known });
    running.push(started);
    return started;
  };
  const replica = await at(now);
  return {
    replica,
    lines,
    at,
    ask: (what, whom = replica) => send(whom, tls, what),
    async stop() {
      await Promise.all(running.map((other) => other.stop()));
    },
  };
}

function send(replica: Replica, tls: TlsCertificate, what: Ask): Promise<Answer> {
  const { host, path, method = 'GET', headers = {}, body, plainHttp } = what;
  const { httpPort, httpsPort } = replica;
  const common = { host: '127.0.0.1', method, path, headers: { host, ...headers }, agent: false };
  return new Promise((resolve, reject) => {
    const request = plainHttp
      ? httpRequest({ ...common, port: httpPort })
      : httpsRequest({ ...common, port: httpsPort, servername: host, ca: tls.cert });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.end(body);
  });
}
