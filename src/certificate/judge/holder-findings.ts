import { isCompanyRfc } from '../../is-company-rfc.ts';
import type { Certificate } from '../certificate-facts.ts';
import { hasRightCurpCheckDigit } from '../check-digits/curp-check-digit.ts';
import { hasRightRfcCheckDigit } from '../check-digits/rfc-check-digit.ts';
import { isSameModulus } from './same-modulus.ts';
import type { FindingId } from './cause-ids.ts';
import { isWantedFor, type JudgeOptions } from './judge-options.ts';
import { fault, type Finding } from './verdict.ts';

/**
 * Whether the holder is who is asked for, and what a portal compares is there. Check digits only
 * warn: real identifiers that break the rule exist.
 */
export function holderFindings(certificate: Certificate, options: JudgeOptions): Finding[] {
  const { rfc, curp, representative } = certificate;
  if (rfc === '') return [];
  const signersCurp = representative ? representative.curp : curp;
  const rfcs = representative ? [rfc, representative.rfc] : [rfc];
  return [
    ...moralFindings(certificate, options),
    ...keptFindings(certificate, options),
    warnUnless('cert.rfc_check_digit', rfcs.every(hasRightRfcCheckDigit)),
    warnUnless('cert.no_curp', signersCurp !== undefined),
    ...(signersCurp
      ? [warnUnless('cert.curp_check_digit', hasRightCurpCheckDigit(signersCurp))]
      : []),
  ];
}

function warnUnless(id: FindingId, isRight: boolean): Finding {
  return { id, status: isRight ? 'pass' : 'warning' };
}

/** Only said where the e.firma of a person is asked for. */
function moralFindings({ rfc }: Certificate, options: JudgeOptions): Finding[] {
  if (!isWantedFor('person', options)) return [];
  return [isCompanyRfc(rfc) ? fault('cert.moral') : { id: 'cert.moral', status: 'pass' }];
}

/** Only said of what is kept: that it is not is no shortcoming. */
function keptFindings({ rfc, notBefore, modulus }: Certificate, { others = [] }: JudgeOptions) {
  const isKept = others.some(
    (other) =>
      other.rfc === rfc &&
      other.notBefore.getTime() === notBefore.getTime() &&
      isSameModulus(other, { modulus }),
  );
  return isKept ? [{ id: 'cert.kept', status: 'pass' } as const] : [];
}
