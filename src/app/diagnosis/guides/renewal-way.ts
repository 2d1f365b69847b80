import { isCompanyRfc } from '../../../is-company-rfc.ts';
import type { CredentialCard } from '../../../messages.ts';

/** `internet`: by its own signature. `video`: SAT ID. `office`: an appointment. `idse`: the IMSS's. */
export type RenewalWay = 'internet' | 'video' | 'office' | 'idse';

/**
 * How the SAT lets one renew at `now`: by internet while it is valid (`notAfter` included); within a
 * year after, a person by SAT ID; else in an office.
 */
export function renewalWay(
  { kind, rfc, notAfter }: Pick<CredentialCard, 'kind' | 'rfc' | 'notAfter'>,
  now: Date,
): RenewalWay {
  if (kind === 'imss') return 'idse';
  const ends = new Date(notAfter);
  if (now <= ends) return 'internet';
  const yearAfter = new Date(notAfter);
  yearAfter.setUTCFullYear(yearAfter.getUTCFullYear() + 1);
  return now <= yearAfter && !isCompanyRfc(rfc) ? 'video' : 'office';
}
