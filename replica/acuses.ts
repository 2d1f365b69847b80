import { randomUUID } from 'node:crypto';

/** What the widget keeps of a signature. */
export interface Acuse {
  folio: string;
  rfc: string;
  name: string;
  cadena: string;
  /** base64. */
  firma: string;
  /** Where it can be seen. */
  address: string;
}

export interface Acuses {
  issue(signed: Pick<Acuse, 'rfc' | 'name' | 'cadena' | 'firma'>): Acuse;
  /** By the `id` of its address, which is its folio. */
  find(id: string): Acuse | undefined;
}

/** `viewer` is the address of the page that shows one. */
export function makeAcuses(viewer: string): Acuses {
  const issued = new Map<string, Acuse>();
  return {
    issue(signed) {
      const folio = randomUUID();
      const acuse = { ...signed, folio, address: `${viewer}?id=${folio}` };
      issued.set(folio, acuse);
      return acuse;
    },
    find: (id) => issued.get(id),
  };
}
