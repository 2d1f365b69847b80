import { jsonReply, readJson, type Exchange, type Reply, type Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { Refusal } from '../refusal.ts';
import { deployRoutes } from './buzon-deploy.ts';
import type { Context } from './context.ts';

const host = 'buzon.imss.gob.mx';

/** A portal that embeds the widget, as Buzón IMSS does. */
export function buzonRoutes(context: Context, folios: Folios): Route[] {
  const { record, pages, sessions } = context;

  async function openSession(exchange: Exchange): Promise<Reply> {
    const { rfc, folio } = await readJson(exchange);
    try {
      if (typeof rfc !== 'string' || typeof folio !== 'string') {
        throw new Refusal('malformed', 'Faltan el RFC o el folio.');
      }
      const session = folios.take(folio, rfc);
      record(host, { kind: 'signed-in', via: 'fill', rfc, folio });
      return { ...jsonReply(200, session), headers: sessions.open(exchange, session) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      record(host, { kind: 'refused', via: 'fill', code, sentence });
      return jsonReply(403, { code, error: sentence });
    }
  }

  return [
    ...deployRoutes(context, host),
    { host, method: 'POST', path: '/buzonimss/sesion', handle: openSession },
    {
      host,
      method: 'GET',
      path: '/buzonimss/inicio',
      handle(exchange) {
        const session = sessions.find(exchange);
        return session
          ? pages.page('inicio.html', { ...session, portal: 'Buzón' })
          : pages.page('aviso.html', { aviso: 'Todavía no has entrado.' }, 403);
      },
    },
  ];
}
