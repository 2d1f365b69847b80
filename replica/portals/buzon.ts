import type { Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { deployRoutes } from './buzon-deploy.ts';
import type { Context } from './context.ts';
import { openFolioSession } from './open-folio-session.ts';

const host = 'buzon.imss.gob.mx';

/** A portal that embeds the widget, as Buzón IMSS does. */
export function buzonRoutes(context: Context, folios: Folios): Route[] {
  const { pages, sessions } = context;
  return [
    ...deployRoutes(context, host),
    {
      host,
      method: 'POST',
      path: '/buzonimss/sesion',
      handle: (exchange) => openFolioSession(context, folios, exchange),
    },
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
