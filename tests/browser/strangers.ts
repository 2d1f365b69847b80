/** Sites that are nobody's portal, on real host names: hostile pages, and what their servers hear. */
import { once } from 'node:events';
import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';

export interface Heard {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Strangers {
  /** For the browser: `resolverRules` of the stage. */
  rules: readonly string[];
  /** Every request that came, in order; grows while they run. */
  heard: readonly Heard[];
  /** What is answered at an address, query left out; anything else is an empty page. */
  serve(url: string, body: string, headers?: OutgoingHttpHeaders, status?: number): void;
  /** TLS begins once the stage has made its certificate. */
  secure(tls: { key: string; cert: string }): void;
  stop(): Promise<void>;
}

interface Page {
  body: string;
  headers?: OutgoingHttpHeaders | undefined;
  status?: number | undefined;
}

const emptyPage = '<!doctype html><title>nada</title>';

/** Answers for `hosts` at the default ports of http and https; `host:port` is https there. */
export async function startStrangers(hosts: readonly string[]): Promise<Strangers> {
  const pages = new Map<string, Page>();
  const heard: Heard[] = [];
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
      const url = `${scheme}://${request.headers.host}${request.url}`;
      heard.push({
        method: request.method ?? '',
        url,
        headers: request.headers,
        body: Buffer.concat(chunks),
      });
      const {
        body,
        headers,
        status = 200,
      } = pages.get(url.replace(/\?.*$/, '')) ?? { body: emptyPage };
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(body);
    })();
  };
  const secure = createHttpsServer(listener);
  const plain = createHttpServer(listener);
  const [securePort, plainPort] = await Promise.all([listen(secure), listen(plain)]);
  return {
    rules: hosts.flatMap((host) =>
      /:\d+$/.test(host)
        ? [`MAP ${host} 127.0.0.1:${securePort}`]
        : [`MAP ${host}:443 127.0.0.1:${securePort}`, `MAP ${host}:80 127.0.0.1:${plainPort}`],
    ),
    heard,
    serve(url, body, headers, status) {
      pages.set(url, { body, headers, status });
    },
    secure(tls) {
      secure.setSecureContext(tls);
    },
    async stop() {
      await Promise.all([secure, plain].map(close));
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
