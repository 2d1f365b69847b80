import type { Representative } from './certificate-facts.ts';
import { toHex } from './asn1/hex.ts';

/** Where the SAT puts what, as attributes of the subject (measured on 65 of its test certificates). */
export const satSubject = {
  commonName: '2.5.4.3',
  name: '2.5.4.41',
  organization: '2.5.4.10',
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

/**
 * Who a subject speaks of. In: the texts of its `rfc` and `curp` attributes. Out: upper case,
 * without spaces around; `rfc` is empty when there is none.
 */
export function holderOf(rfcText: string, curpText: string): Holder {
  const [rfc = '', representativeRfc = ''] = partsOf(rfcText);
  const [curp = '', representativeCurp = ''] = partsOf(curpText);
  return {
    rfc,
    ...(curp && { curp }),
    ...(representativeRfc && {
      representative: {
        rfc: representativeRfc,
        ...(representativeCurp && { curp: representativeCurp }),
      },
    }),
  };
}

function partsOf(text: string): string[] {
  return text.split('/').map((part) => part.trim().toUpperCase());
}

/**
 * The number of a certificate. The SAT writes its 20 digits as ASCII into the octets of the
 * INTEGER; the number that they make has no meaning. Anything else comes out as lower-case hex.
 */
export function serialNumberText(octets: Uint8Array): string {
  const isDigits = octets.length === 20 && octets.every((octet) => octet >= 0x30 && octet <= 0x39);
  return isDigits ? String.fromCharCode(...octets) : toHex(octets);
}
