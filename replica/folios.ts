import { Refusal } from './refusal.ts';
import type { Session } from './sessions.ts';

/** What the widget vouched for, each good for one session. */
export interface Folios {
  issue(folio: string, session: Session): void;
  /** Uses one up. @throws Refusal when it was never given, was used, or is of another RFC. */
  take(folio: string, rfc: string): Session;
}

export function makeFolios(): Folios {
  const issued = new Map<string, Session>();
  return {
    issue(folio, session) {
      issued.set(folio, session);
    },
    take(folio, rfc) {
      const session = issued.get(folio);
      if (!session) {
        throw new Refusal('folio', 'El componente de firma no validó esta entrada, o ya se usó.');
      }
      if (session.rfc !== rfc) {
        throw new Refusal('folio_rfc', 'El componente de firma validó a otra persona.');
      }
      issued.delete(folio);
      return session;
    },
  };
}
