import { jsonReply, readJson, type Exchange, type Reply, type Route } from '../exchange.ts';
import { makeNonces } from '../nonces.ts';
import { Refusal } from '../refusal.ts';
import { verifyToken } from '../token.ts';
import type { Context } from './context.ts';

const host = 'serviciosdigitales.imss.gob.mx';

/** A portal that adopted the page API: gives a nonce, takes a token. */
export function entrarRoutes(context: Context): Route[] {
  const { clock, record, pages, sessions, judge } = context;
  const nonces = makeNonces(clock);

  async function openSession(exchange: Exchange): Promise<Reply> {
    const { token, askedAgain } = await readJson(exchange);
    try {
      if (typeof token !== 'string') throw new Refusal('malformed', 'No llegó ningún token.');
      const rules = { audience: `https://${host}`, nonces, judge, at: clock() };
      const { leaf, nonce } = await verifyToken(token, rules);
      const { rfc, name } = leaf;
      const again = { askedAgain: askedAgain === true };
      record(host, { kind: 'signed-in', via: 'bridge', rfc, token, nonce, ...again });
      const headers = sessions.open(exchange, { rfc, name });
      return { ...jsonReply(200, { rfc, name }), headers };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      const handed = typeof token === 'string' ? { token } : {};
      record(host, { kind: 'refused', via: 'bridge', code, sentence, ...handed });
      return jsonReply(403, { code, error: sentence });
    }
  }

  return [
    { host, method: 'GET', path: '/replica/entrar', handle: () => pages.page('entrar.html') },
    {
      host,
      method: 'POST',
      path: '/replica/nonce',
      handle() {
        const nonce = nonces.issue();
        record(host, { kind: 'nonce-issued', nonce });
        return jsonReply(200, { nonce });
      },
    },
    { host, method: 'POST', path: '/replica/sesion', handle: openSession },
    {
      host,
      method: 'GET',
      path: '/replica/inicio',
      handle(exchange) {
        const session = sessions.find(exchange);
        return session
          ? pages.page('inicio.html', { ...session, portal: 'Portal de prueba' })
          : pages.page('aviso.html', { aviso: 'Todavía no has entrado.' }, 403);
      },
    },
  ];
}
