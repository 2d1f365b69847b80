import type { Certificate } from '../certificate-facts.ts';
import { issuerOf } from '../issuer.ts';
import type { Finding } from './verdict.ts';

/** A certificate that is at hand besides the one that is judged. */
export type OtherCertificate = Pick<Certificate, 'rfc' | 'kind' | 'notBefore'>;

/** Milliseconds: from 90 days before its end an e.firma should be renewed. */
const renewal = 90 * 86_400_000;

/**
 * What is to be said of a certificate alone. Valid from `notBefore` through `notAfter`, both
 * included (RFC 5280 section 4.1.2.5). Revocation is never looked at here, hence `unknown`.
 */
export async function certificateFindings(
  certificate: Certificate,
  at: Date,
  authorities: readonly Certificate[],
  others: readonly OtherCertificate[],
): Promise<Finding[]> {
  const { kind, rfc, notBefore, notAfter } = certificate;
  const isExpired = at > notAfter;
  const isExpiring = !isExpired && notAfter.getTime() - at.getTime() < renewal;
  const isSuperseded = others.some(
    (other) => other.rfc === rfc && other.kind === kind && other.notBefore > notBefore,
  );
  const { known } = await issuerOf(certificate, authorities);
  return [
    { id: 'cert.is_csd', status: kind === 'csd' ? 'fail' : 'pass' },
    { id: 'cert.expired', status: isExpired ? 'fail' : 'pass' },
    { id: 'cert.not_yet', status: at < notBefore ? 'fail' : 'pass' },
    { id: 'cert.expiring', status: isExpiring ? 'warning' : 'pass' },
    { id: 'cert.superseded', status: isSuperseded ? 'warning' : 'pass' },
    { id: 'cert.test_ca', status: known === 'test' ? 'warning' : 'pass' },
    { id: 'cert.untrusted', status: known === 'unknown' ? 'warning' : 'pass' },
    { id: 'cert.revoked', status: 'unknown' },
  ];
}
