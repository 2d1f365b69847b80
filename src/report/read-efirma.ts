import { isCompanyRfc } from '../is-company-rfc.ts';
import { asMasked, lastOf, redactedRfc } from './masked.ts';
import { fieldsOf, momentOf, oneOf, textOf, withoutGaps } from './read-values.ts';
import type { ReportEfirma } from './report.ts';

const kinds = ['efirma', 'csd', 'imss', 'other'] as const;
const issuers = ['production', 'added', 'test', 'unknown'] as const;
const holderOf = (rfc: string) => (isCompanyRfc(rfc) ? 'moral' : 'fisica');

/** Out of a `CredentialCard`: nothing of its name, CURP or issuer's name. @throws DamagedError */
export function readCard(value: unknown): ReportEfirma {
  const { rfc, kind, notBefore, notAfter, serialNumber, revoked } = fieldsOf(value);
  const plain = textOf(rfc);
  return withoutGaps<ReportEfirma>({
    rfc: redactedRfc(plain),
    holder: holderOf(plain),
    kind: oneOf(kinds, kind) ?? 'other',
    issuer: 'unchecked',
    notBefore: momentOf(notBefore),
    notAfter: momentOf(notAfter),
    serialEnd: lastOf(textOf(serialNumber)),
    revoked: revoked === undefined ? undefined : true,
  });
}

/** Out of what is kept of `CredentialFacts`, whose RFC is masked. @throws DamagedError */
export function readJudged(value: unknown): ReportEfirma {
  const { rfc, kind, notBefore, notAfter, issuer, superseded, weak } = fieldsOf(value);
  const masked = asMasked(textOf(rfc));
  return withoutGaps<ReportEfirma>({
    rfc: masked,
    holder: holderOf(masked),
    kind: oneOf(kinds, kind) ?? 'other',
    issuer: oneOf(issuers, issuer) ?? 'unchecked',
    notBefore: momentOf(notBefore),
    notAfter: momentOf(notAfter),
    superseded: superseded === true ? true : undefined,
    weak: weak === true ? true : undefined,
  });
}

/** The e.firma that was judged; with what its card says besides, where it is the same. */
export function withCard(judged: ReportEfirma, card: ReportEfirma | undefined): ReportEfirma {
  const isSame = card?.rfc === judged.rfc && card.notBefore === judged.notBefore;
  return isSame ? { ...card, ...judged } : judged;
}
