import type { IncomingHttpHeaders } from 'node:http';
import type { Exchange, Reply } from './exchange.ts';
import type { Faults } from './faults.ts';
import type { Context } from './portals/context.ts';
import { widgetHost } from './portals/widget.ts';

interface FaultRow {
  fault: keyof Faults;
  /** Meets this request. */
  meets: (faults: Faults, exchange: Exchange) => boolean;
  reply: (context: Context) => Reply | Promise<Reply>;
}

const rows: readonly FaultRow[] = [
  {
    fault: 'widgetDown',
    meets: ({ widgetDown }, { host }) => widgetDown && host === widgetHost,
    reply: ({ pages }) => pages.page('aviso.html', { aviso: 'Servicio no disponible.' }, 503),
  },
  {
    fault: 'hang',
    meets: ({ hang }, exchange) => hang && isPortal(exchange),
    reply: () => new Promise(() => undefined),
  },
  {
    fault: 'down',
    meets: ({ down }, exchange) => down !== undefined && isPortal(exchange),
    reply: ({ pages, faults }) =>
      pages.page('aviso.html', { aviso: 'Servicio no disponible.' }, faults.down),
  },
  {
    fault: 'cookieLimit',
    meets: ({ cookieLimit }, exchange) =>
      cookieLimit !== undefined &&
      isPortal(exchange) &&
      Buffer.byteLength(exchange.headers.cookie ?? '') > cookieLimit,
    reply: ({ pages }) =>
      pages.page('aviso.html', { aviso: 'Request Header Fields Too Large' }, 431),
  },
  {
    fault: 'maintenance',
    meets: ({ maintenance }, exchange) => maintenance && isPage(exchange),
    reply: ({ pages }) => pages.page('aviso.html', { aviso: 'Portal en mantenimiento.' }),
  },
  {
    fault: 'minimumMajor',
    meets: ({ minimumMajor }, exchange) =>
      minimumMajor !== undefined && isPage(exchange) && majorOf(exchange.headers) < minimumMajor,
    reply: ({ pages }) => pages.page('vacia.html'),
  },
  {
    fault: 'sessionLoop',
    meets: ({ sessionLoop }, { path, headers }) =>
      path === '/buzonimss/sesion' &&
      (sessionLoop === 'always' ||
        (sessionLoop === 'with_cookies' && headers.cookie !== undefined)),
    reply: () => ({
      status: 302,
      type: 'text/plain',
      body: '',
      headers: { location: '/buzonimss/login' },
    }),
  },
];

/** What the first fault that meets a request answers in the place of the portal, if any does. */
export function faultyReply(
  context: Context,
  exchange: Exchange,
): Reply | Promise<Reply> | undefined {
  const row = rows.find(({ meets }) => meets(context.faults, exchange));
  if (!row) return undefined;
  context.record(exchange.host, { kind: 'fault', fault: row.fault, path: exchange.path });
  return row.reply(context);
}

/** The notices of a portal that fails keep their looks. */
function isPortal({ host, path }: Exchange): boolean {
  return host !== widgetHost && !path.startsWith('/replica/recursos/');
}

function isPage(exchange: Exchange): boolean {
  return exchange.method === 'GET' && isPortal(exchange) && !exchange.path.endsWith('.js');
}

/** The lowest major version of Chromium that the browser says of itself; Infinity without one. */
function majorOf(headers: IncomingHttpHeaders): number {
  const hints = String(headers['sec-ch-ua'] ?? '');
  const told = [
    /"(?:Chromium|Google Chrome|Microsoft Edge)";v="(\d+)"/.exec(hints)?.[1],
    /Chrome\/(\d+)/.exec(headers['user-agent'] ?? '')?.[1],
  ];
  return Math.min(...told.filter((major) => major !== undefined).map(Number));
}
