import { DerError, type Bytes } from '../asn1/der.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';
import { readChainCertificate, type ChainCertificate } from '../chain/chain-certificate.ts';
import { nameKey } from '../chain/names.ts';
import type { TrustPoint } from '../chain/trust-point.ts';
import type { VerifySignature } from '../chain/verify-signature.ts';
import { publicKeyHash } from './cert-id.ts';
import { isDelegate } from './delegate.ts';
import type { BasicOcspResponse, ResponderId } from './ocsp-response.ts';

/**
 * The keys that may have signed a response (RFC 6960 section 4.2.2.2): of those that its responder id
 * names, that of the issuer itself, whether or not its certificate came along, and those that the
 * issuer has charged with it. Out: SubjectPublicKeyInfo, DER; none when nobody named may answer.
 *
 * @throws DerError
 */
export async function responderKeys(
  { responderId, certificates }: Pick<BasicOcspResponse, 'responderId' | 'certificates'>,
  issuer: TrustPoint,
  judging: { at: Date; verify: VerifySignature },
): Promise<Bytes[]> {
  const keys = (await isNamed(responderId, issuer)) ? [issuer.subjectPublicKeyInfo] : [];
  for (const certificate of certificates.flatMap(readIfAny)) {
    const isCharged =
      (await isNamed(responderId, certificate)) && (await isDelegate(certificate, issuer, judging));
    if (isCharged) keys.push(certificate.subjectPublicKeyInfo);
  }
  return keys;
}

async function isNamed(
  id: ResponderId,
  {
    subjectKey,
    subjectPublicKeyInfo,
  }: Pick<ChainCertificate, 'subjectKey' | 'subjectPublicKeyInfo'>,
): Promise<boolean> {
  if ('name' in id) return nameKey(id.name) === subjectKey;
  return hasSameBytes(id.keyHash, await publicKeyHash('SHA-1', subjectPublicKeyInfo));
}

/** One that cannot be read can have signed nothing. */
function readIfAny(der: Bytes): ChainCertificate[] {
  try {
    return [readChainCertificate(der)];
  } catch (error) {
    if (error instanceof DerError) return [];
    throw error;
  }
}
