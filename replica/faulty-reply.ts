import type { IncomingHttpHeaders } from 'node:http';
import { redirectTo, type Exchange, type Reply } from './exchange.ts';
import type { Faults } from './faults.ts';
import type { Context } from './portals/context.ts';
import { isPublicSite } from './portals/public-sites.ts';
import { widgetHost } from './portals/widget.ts';

interface FaultRow {
  fault: keyof Faults;
  /** Meets this request. */
  meets: (faults: Faults, exchange: Exchange) => boolean;
  reply: (context: Context, exchange: Exchange) => Reply | Promise<Reply>;
}

/** Where a sign-in leads back to, by the path that it is sent to. */
const logins = new Map([
  ['/buzonimss/sesion', '/buzonimss/login'],
  ['/portal-web/sesion', '/portal-web/portal'],
  ['/imss/AccesoIDSE.idse', '/imss/'],
  ['/nidp/app/login', '/nidp/app/login?id=fiel'],
]);

const rows: readonly FaultRow[] = [
  {
    fault: 'widgetDown',
    meets: ({ widgetDown }, { host }) => widgetDown && host === widgetHost,
    reply: ({ pages }) => pages.page('aviso.html', { aviso: 'Servicio no disponible.' }, 503),
  },
  {
    fault: 'hang',
    meets: (faults, exchange) => faults.hang && isPortal(faults, exchange),
    reply: () => new Promise(() => undefined),
  },
  {
    fault: 'empty',
    meets: (faults, exchange) => faults.empty && isPortal(faults, exchange),
    reply: () => ({ status: 200, type: 'text/plain', body: '', cut: 'nothing' }),
  },
  {
    fault: 'captive',
    meets: (faults, exchange) => faults.captive !== undefined && isPage(faults, exchange),
    reply: ({ faults }) => redirectTo(faults.captive ?? ''),
  },
  {
    fault: 'down',
    meets: (faults, exchange) => faults.down !== undefined && isPortal(faults, exchange),
    reply: ({ pages, faults }) =>
      pages.page('aviso.html', { aviso: 'Servicio no disponible.' }, faults.down),
  },
  {
    fault: 'cookieLimit',
    meets: (faults, exchange) =>
      faults.cookieLimit !== undefined &&
      isPortal(faults, exchange) &&
      Buffer.byteLength(exchange.headers.cookie ?? '') > faults.cookieLimit,
    reply: ({ pages }) =>
      pages.page('aviso.html', { aviso: 'Request Header Fields Too Large' }, 431),
  },
  {
    fault: 'maintenance',
    meets: (faults, exchange) => faults.maintenance && isPage(faults, exchange),
    reply: ({ pages }) => pages.page('aviso.html', { aviso: 'Portal en mantenimiento.' }),
  },
  {
    fault: 'minimumMajor',
    meets: (faults, exchange) =>
      faults.minimumMajor !== undefined &&
      isPage(faults, exchange) &&
      majorOf(exchange.headers) < faults.minimumMajor,
    reply: ({ pages }) => pages.page('vacia.html'),
  },
  {
    fault: 'sessionLoop',
    meets: (faults, exchange) =>
      exchange.method === 'POST' &&
      logins.has(exchange.path) &&
      isPortal(faults, exchange) &&
      (faults.sessionLoop === 'always' ||
        (faults.sessionLoop === 'with_cookies' && exchange.headers.cookie !== undefined)),
    reply: (_, { path }) => redirectTo(logins.get(path) ?? ''),
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
  return row.reply(context, exchange);
}

/** Waits, or cuts an answer, where a fault says so; any other answer goes on as it is. */
export async function onItsWay(
  { faults, record }: Context,
  exchange: Exchange,
  reply: () => Promise<Reply>,
): Promise<Reply> {
  if (!isPortal(faults, exchange)) return await reply();
  const { host, path } = exchange;
  if (faults.slow > 0) {
    record(host, { kind: 'fault', fault: 'slow', path });
    await new Promise((resolve) => setTimeout(resolve, faults.slow));
  }
  if (!faults.truncated) return await reply();
  record(host, { kind: 'fault', fault: 'truncated', path });
  return { ...(await reply()), cut: 'half' };
}

/** The notices of a portal that fails keep their looks. */
function isPortal({ hosts }: Faults, { host, path }: Exchange): boolean {
  const isMeant = hosts ? hosts.includes(host) : host !== widgetHost && !isPublicSite(host);
  return isMeant && !path.startsWith('/replica/recursos/');
}

function isPage(faults: Faults, exchange: Exchange): boolean {
  return exchange.method === 'GET' && isPortal(faults, exchange) && !exchange.path.endsWith('.js');
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
