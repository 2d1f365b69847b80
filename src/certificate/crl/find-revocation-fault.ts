import type { FoundFault } from '../chain/chain-fault.ts';
import type { CertificationPath } from '../chain/path.ts';
import { trustPointOf } from '../chain/trust-point.ts';
import type { VerifySignature } from '../chain/verify-signature.ts';
import type { RevocationStatus } from '../revocation/revocation-status.ts';
import { crlStatus } from './crl-status.ts';
import type { Crl } from './crl.ts';

/**
 * Every certificate of a path but the anchor's must be in a list that says it is good, as by
 * `openssl verify -crl_check_all`. One list that says it is revoked is enough.
 */
export async function findRevocationFault(
  { certificates, issuedCount, anchor, at }: CertificationPath,
  crls: readonly Crl[],
  verify: VerifySignature,
): Promise<FoundFault | undefined> {
  const issued = certificates.slice(0, issuedCount);
  const statuses = await Promise.all(
    issued.map((certificate, index) => {
      const above = certificates[index + 1];
      const issuer = above ? trustPointOf(above) : anchor;
      return Promise.all(crls.map((crl) => crlStatus(crl, { certificate, issuer, at, verify })));
    }),
  );
  const find = (isFaulty: (said: readonly RevocationStatus[]) => boolean) =>
    statuses.findLastIndex(isFaulty);
  const revoked = find((said) => said.some(({ status }) => status === 'revoked'));
  if (revoked >= 0) return { reason: 'revoked', at: revoked };
  const unknown = find((said) => !said.some(({ status }) => status === 'good'));
  return unknown < 0 ? undefined : { reason: 'revocation_unknown', at: unknown };
}
