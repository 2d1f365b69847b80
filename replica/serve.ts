import type { IncomingMessage, RequestListener } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Exchange, Reply, Route } from './exchange.ts';
import { faultyReply, onItsWay } from './faulty-reply.ts';
import type { Context } from './portals/context.ts';

/**
 * Answers a request by a fault that is set, else by the first route that fits, else by a page that
 * says it is the replica's.
 */
export function answerWith(context: Context, routes: readonly Route[]): RequestListener {
  const { clock, record, pages } = context;

  async function replyTo(exchange: Exchange): Promise<Reply> {
    const faulty = faultyReply(context, exchange);
    if (faulty) return await faulty;
    const { host, path, method } = exchange;
    const route = routes.find(
      (candidate) =>
        (candidate.host === host || candidate.host === '*') &&
        candidate.path === path &&
        candidate.method === method,
    );
    if (!route) {
      record(host, { kind: 'not-found', path });
      return pages.page('aviso.html', { aviso: `Aquí no hay nada: ${host}${path}` }, 404);
    }
    const reply = await route.handle(exchange);
    if (reply.type === 'text/html') record(host, { kind: 'page', path });
    return reply;
  }

  return (request, response) => {
    const exchange = exchangeOf(request);
    void onItsWay(context, exchange, () => replyTo(exchange))
      .catch((error: unknown): Reply => {
        console.error(error);
        return { status: 500, type: 'text/plain', body: 'RÉPLICA: hubo un error en la réplica.' };
      })
      .then(({ status, type, body, headers, cut }) => {
        if (cut === 'nothing') {
          request.socket.destroy();
          return;
        }
        response.sendDate = false;
        response.writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          'content-length': Buffer.byteLength(body),
          date: clock().toUTCString(),
          ...headers,
        });
        if (cut === 'half') response.write(half(body), () => request.socket.destroy());
        else response.end(body);
      });
  };
}

function half(body: Reply['body']): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function exchangeOf(request: IncomingMessage): Exchange {
  const host = (request.headers.host ?? '').toLowerCase().replace(/\.?(:\d+)?$/, '');
  return {
    host,
    path: (request.url ?? '/').replace(/[?#].*$/, ''),
    query: new URLSearchParams(/\?([^#]*)/.exec(request.url ?? '')?.[1]),
    method: request.method ?? 'GET',
    headers: request.headers,
    secure: request.socket instanceof TLSSocket,
    async body(limit) {
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of request as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length <= limit) chunks.push(chunk);
      }
      return length <= limit ? Buffer.concat(chunks) : undefined;
    },
  };
}
