import type { Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../sessions.ts';
import type { Context } from './context.ts';
import { openFolioSession } from './open-folio-session.ts';
import { widgetHost, widgetPaths } from './widget.ts';

const host = 'serviciosdigitales.imss.gob.mx';

/** Escritorio Virtual: opens the widget in one of several frames, and lets persons in. */
export function escritorioRoutes(context: Context, folios: Folios): Route[] {
  const { pages, sessions, variants } = context;
  return [
    {
      host,
      method: 'GET',
      path: '/portal-web/portal',
      handle() {
        const [newest, older] = widgetPaths;
        const at = variants.proxiedWidget ? host : widgetHost;
        const widget = `https://${at}${variants.olderPath ? older : newest}`;
        return pages.page('escritorio.html', { widget });
      },
    },
    {
      host,
      method: 'POST',
      path: '/portal-web/sesion',
      handle: (exchange) => openFolioSession(context, folios, exchange, admitPerson),
    },
    {
      host,
      method: 'GET',
      path: '/portal-web/inicio',
      handle(exchange) {
        const session = sessions.find(exchange);
        return session
          ? pages.page('inicio.html', { ...session, portal: 'Escritorio Virtual' })
          : pages.page('aviso.html', { aviso: 'Todavía no has entrado.' }, 403);
      },
    },
  ];
}

/** The RFC of a company has 12 characters, a person's 13. */
function admitPerson({ rfc }: Session): void {
  if (rfc.length === 12) {
    throw new Refusal('no_role', 'El certificado utilizado no tiene un rol autorizado.');
  }
}
