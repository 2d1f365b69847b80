import type { Certificate } from '../certificate-facts.ts';
import { issuerOf } from '../issuer.ts';
import type { Finding } from './verdict.ts';

/** Who issued the certificate: a remark, never a fault, as new authorities come without notice. */
export async function issuerFindings(
  certificate: Certificate,
  authorities: readonly Certificate[],
  added: readonly Certificate[],
): Promise<Finding[]> {
  const { known } = await issuerOf(certificate, authorities, added);
  return [
    { id: 'cert.test_ca', status: known === 'test' ? 'warning' : 'pass' },
    { id: 'cert.untrusted', status: known === 'unknown' ? 'warning' : 'pass' },
  ];
}
