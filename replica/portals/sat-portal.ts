import { readForm, redirectTo, type Exchange, type Reply, type Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { Refusal } from '../refusal.ts';
import type { Context } from './context.ts';

const host = 'portalcfdi.facturaelectronica.sat.gob.mx';

export const satPortalOrigin = `https://${host}`;

/** Where the SAT's sign-in leads. That the other three hosts lead here too is replica-only. */
export function satPortalRoutes(context: Context, assertions: Folios): Route[] {
  const { record, pages, sessions } = context;

  async function enter(exchange: Exchange): Promise<Reply> {
    const result = (await readForm(exchange)).get('wresult') ?? '';
    const id = /AssertionID="([^"]*)"/.exec(result)?.[1] ?? '';
    const rfc = /<saml:AttributeValue>([^<]*)</.exec(result)?.[1]?.replace('&amp;', '&') ?? '';
    try {
      return redirectTo('/', sessions.open(exchange, assertions.take(id, rfc)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      record(host, { kind: 'refused', via: 'sat-token', code, sentence });
      return pages.page('aviso.html', { aviso: sentence }, 403);
    }
  }

  return [
    { host, method: 'POST', path: '/', handle: enter },
    {
      host,
      method: 'GET',
      path: '/',
      handle(exchange) {
        const session = sessions.find(exchange);
        return session
          ? pages.page('inicio.html', { ...session, portal: 'Portal del SAT' })
          : pages.page('aviso.html', { aviso: 'Todavía no has entrado.' }, 403);
      },
    },
  ];
}
