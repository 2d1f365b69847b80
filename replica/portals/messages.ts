import { jsonReply, readJson, type Route } from '../exchange.ts';
import type { Context } from './context.ts';

/** Where every page reports the messages it heard that were not for it. */
export function messagesRoutes({ record }: Context): Route[] {
  return [
    {
      host: '*',
      method: 'POST',
      path: '/replica/mensajes',
      async handle(exchange) {
        const { path, count } = await readJson(exchange);
        if (typeof path !== 'string' || typeof count !== 'number') {
          return jsonReply(400, { error: 'Faltan la página o la cuenta.' });
        }
        record(exchange.host, { kind: 'foreign-message', path, count });
        return jsonReply(200, {});
      },
    },
  ];
}
