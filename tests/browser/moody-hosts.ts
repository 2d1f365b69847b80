/** Portals that answer as they are told: whatever page, late, never, with whatever certificate. */
import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerIdentity } from './lab-certificates.ts';

export interface Answer {
  body?: string;
  status?: number;
  headers?: OutgoingHttpHeaders;
  /** Milliseconds until the first byte; Infinity is never. */
  after?: number;
}

export interface MoodyHosts {
  rules: readonly string[];
  /** What is answered at an address, query left out; anything else is an empty page. */
  serve(url: string, answer: Answer): void;
  /** From now on a host shows this identity; its own again without one. */
  show(host: string, identity?: ServerIdentity): Promise<void>;
  /** Nobody listens there any more, until it opens again. */
  shut(host: string): Promise<void>;
  open(host: string): Promise<void>;
  stop(): Promise<void>;
}

/** Each host has a port of its own, so that one can go away alone. */
export async function startMoodyHosts(
  hosts: readonly string[],
  identity: ServerIdentity,
): Promise<MoodyHosts> {
  const answers = new Map<string, Answer>();
  const shown = new Map<string, ServerIdentity>();
  const ports = new Map<string, number>();
  const servers = new Map<string, Server>();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const url = `https://${request.headers.host}${request.url}`.replace(/\?.*$/, '');
    const { body = '', status = 200, headers, after = 0 } = answers.get(url) ?? {};
    if (after === Infinity) return;
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(`<!doctype html>${body}`);
    }, after);
  }

  async function open(host: string): Promise<void> {
    const server = createServer({ ...(shown.get(host) ?? identity) }, answer);
    server.listen(ports.get(host) ?? 0, '127.0.0.1');
    await once(server, 'listening');
    ports.set(host, (server.address() as AddressInfo).port);
    servers.set(host, server);
  }

  async function shut(host: string): Promise<void> {
    const server = servers.get(host);
    if (!server) return;
    servers.delete(host);
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  await Promise.all(hosts.map(open));
  return {
    rules: hosts.map((host) => `MAP ${host}:443 127.0.0.1:${ports.get(host)}`),
    serve: (url, what) => void answers.set(url, what),
    async show(host, other) {
      if (other) shown.set(host, other);
      else shown.delete(host);
      // A browser that comes back to the same server takes up its session, and looks at nothing.
      await shut(host);
      await open(host);
    },
    shut,
    open,
    stop: async () => void (await Promise.all(hosts.map(shut))),
  };
}
