import { jsonReply, readJson, type Exchange, type Reply } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { refuseIfSet } from '../refusal-texts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../sessions.ts';
import type { Context } from './context.ts';

/**
 * Opens a session with what a page heard from the widget: the RFC, and the folio that the widget's
 * own server vouches for. `admit` may still refuse who it is.
 */
export async function openFolioSession(
  { record, sessions, faults }: Context,
  folios: Folios,
  exchange: Exchange,
  admit: (session: Session) => void = () => undefined,
): Promise<Reply> {
  const { host } = exchange;
  const { rfc, folio } = await readJson(exchange);
  try {
    if (typeof rfc !== 'string' || typeof folio !== 'string') {
      throw new Refusal('malformed', 'Faltan el RFC o el folio.');
    }
    refuseIfSet(faults.refusal, 'imss');
    const session = folios.take(folio, rfc);
    admit(session);
    record(host, { kind: 'signed-in', via: 'fill', rfc, folio });
    return { ...jsonReply(200, session), headers: sessions.open(exchange, session) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message: sentence } = error;
    record(host, { kind: 'refused', via: 'fill', code, sentence });
    return jsonReply(403, { code, error: sentence });
  }
}
