import { hasSameBytes } from '../asn1/same-bytes.ts';
import type { ChainCertificate } from '../chain/chain-certificate.ts';
import { extensionIds, hasDuplicates } from '../chain/extensions.ts';
import { isWeakKey, readPublicKey } from '../chain/public-key.ts';
import { isWeakScheme, signatureScheme } from '../chain/signature-scheme.ts';
import type { TrustPoint } from '../chain/trust-point.ts';
import type { VerifySignature } from '../chain/verify-signature.ts';
import { ocspOid } from './ocsp-oid.ts';

/** Extensions that are looked at here, and may thus be critical. */
const understood = new Set<string>([
  extensionIds.keyUsage,
  extensionIds.extendedKeyUsage,
  extensionIds.basicConstraints,
  ocspOid.noCheck,
]);

/** digitalSignature and nonRepudiation: both go with OCSPSigning (RFC 5280 section 4.2.1.12). */
const signingBits = [0, 1];

/** Each must hold of a certificate that is charged with answering. */
const conditions: readonly ((
  certificate: ChainCertificate,
  issuer: TrustPoint,
  at: Date,
) => boolean)[] = [
  ({ known }) => known.extendedKeyUsage?.includes(ocspOid.ocspSigning) === true,
  ({ known }) => known.keyUsage?.some((bit) => signingBits.includes(bit)) !== false,
  ({ notBefore, notAfter }, _issuer, at) => at >= notBefore && at <= notAfter,
  ({ extensions }) => extensions.every(({ id, isCritical }) => !isCritical || understood.has(id)),
  ({ extensions }) => !hasDuplicates(extensions),
  ({ subjectPublicKeyInfo }) => !isWeakKey(readPublicKey(subjectPublicKeyInfo)),
  ({ issuerKey }, { subjectKey }) => issuerKey === subjectKey,
  ({ algorithm, innerAlgorithm }) => hasSameBytes(algorithm, innerAlgorithm),
  // With SHA-1 a stranger could have made two certificates of one signature.
  ({ algorithm }) => !isWeakScheme(signatureScheme(algorithm)),
];

/**
 * Whether the issuer itself, and nobody below or above it, has charged a certificate with answering
 * for it (RFC 6960 section 4.2.2.2). Whether that certificate was revoked in turn is not asked: how
 * long it lives is the issuer's measure against that (section 4.2.2.2.1).
 *
 * @throws DerError when its key is none
 */
export async function isDelegate(
  certificate: ChainCertificate,
  issuer: TrustPoint,
  { at, verify }: { at: Date; verify: VerifySignature },
): Promise<boolean> {
  if (!conditions.every((holds) => holds(certificate, issuer, at))) return false;
  return (await verify(certificate, issuer.subjectPublicKeyInfo)) === 'valid';
}
