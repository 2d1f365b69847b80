import type { Representative } from './certificate-facts.ts';
import { toHex } from './asn1/hex.ts';
import { asciiText } from './asn1/windows-1252.ts';

/** Where the SAT puts what, as attributes of the subject (measured on 65 of its test certificates). */
export const satSubject = {
  commonName: '2.5.4.3',
  name: '2.5.4.41',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  email: '1.2.840.113549.1.9.1',
  /** RFC; of a company `RFC_COMPANY / RFC_REPRESENTATIVE`. */
  rfc: '2.5.4.45',
  /** CURP; of a company ` / CURP_REPRESENTATIVE`. */
  curp: '2.5.4.5',
} as const;

export interface Holder {
  rfc: string;
  curp?: string;
  representative?: Representative;
}

/** Three letters and a date, then three characters: a person's has four letters. */
const companyRfc = /^[A-ZÑ&]{3}\d{6}.{3}$/;

/**
 * Who a subject speaks of. In: the texts of its `rfc` and `curp` attributes. Out: upper case,
 * without spaces around; `rfc` is empty when there is none. A company has no CURP: one that stands
 * alone beside its RFC is a representative's, of whom nothing else is told.
 */
export function holderOf(rfcText: string, curpText: string): Holder {
  const [rfc = '', representativeRfc = ''] = partsOf(rfcText);
  const [curp = '', representativeCurp = ''] = partsOf(curpText);
  const holder: Holder = { rfc };
  if (curp && !companyRfc.test(rfc)) holder.curp = curp;
  if (representativeRfc) {
    holder.representative = {
      rfc: representativeRfc,
      ...(representativeCurp && { curp: representativeCurp }),
    };
  }
  return holder;
}

function partsOf(text: string): string[] {
  return text.includes('/') ? text.split('/').map(tidy) : [tidy(text)];
}

function tidy(part: string): string {
  return part.trim().toUpperCase();
}

/**
 * The number of a certificate. The SAT writes its 20 digits as ASCII into the octets of the
 * INTEGER; the number that they make has no meaning. Anything else comes out as lower-case hex.
 */
export function serialNumberText(octets: Uint8Array): string {
  const text = octets.length === 20 ? asciiText(octets, 0, 20) : undefined;
  return text !== undefined && /^\d{20}$/.test(text) ? text : toHex(octets);
}
