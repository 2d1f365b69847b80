import { randomUUID } from 'node:crypto';
import type { Exchange } from './exchange.ts';

export interface Session {
  rfc: string;
  name: string;
}

/** Who is in, by a cookie of each host. */
export interface Sessions {
  /** @returns the header that sets the cookie. */
  open(exchange: Exchange, session: Session): Record<string, string>;
  find(exchange: Exchange): Session | undefined;
}

export function makeSessions(): Sessions {
  const sessions = new Map<string, Session & { host: string }>();
  return {
    open({ host, secure }, session) {
      const id = randomUUID();
      sessions.set(id, { ...session, host });
      const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      return { 'set-cookie': `replica_sesion=${id}; ${attributes}` };
    },
    find({ host, headers }) {
      const id = /(?:^|; )replica_sesion=([^;]*)/.exec(headers.cookie ?? '')?.[1];
      const session = id === undefined ? undefined : sessions.get(id);
      return session?.host === host ? session : undefined;
    },
  };
}
