import type { Holder, Portal } from './portal.ts';

/** Characters of the RFC of a company; that of a person has one more. */
const companyLength = 12;

/** Whose RFC it is. */
export function holderOf(rfc: string): Holder {
  return [...rfc].length === companyLength ? 'company' : 'person';
}

/** Whether a portal takes the e.firma of this RFC. */
export function isAccepted({ accepts }: Pick<Portal, 'accepts'>, rfc: string): boolean {
  return accepts.includes(holderOf(rfc));
}
