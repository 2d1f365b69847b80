import { readCertificate, type RevocationAnswer } from '../certificate/index.ts';
import { findRevocation } from '../evidence/revocation/find-revocation.ts';
import { serverNow } from './server-time.ts';

/**
 * Whether a certificate (DER or PEM) was revoked, by the time of the portal that was seen last. Asks
 * only where the person switched it on; otherwise, and when nobody could tell, it says why.
 *
 * @throws FirmaError `not_a_certificate`
 */
export async function revocationOf(certificate: Uint8Array): Promise<RevocationAnswer> {
  const { der } = readCertificate(certificate);
  return await findRevocation(new Uint8Array(der), await serverNow());
}
