import { knownRevocation, type Certificate } from '../certificate/index.ts';
import type { TrialStep } from '../messages.ts';
import { revocationOf } from './revocation.ts';

const id = 'revocation';

/** What whoever issued a certificate says of it, if the person allows asking. */
export async function revocationStep(certificate: Certificate | undefined): Promise<TrialStep> {
  if (!certificate) return { id, status: 'unknown', reason: 'not_reached' };
  const answer = await revocationOf(certificate.der);
  const revoked = knownRevocation(answer);
  if (revoked) return { id, status: 'fail', reason: 'cert.revoked', revoked };
  return answer.status === 'unknown'
    ? { id, status: 'unknown', reason: answer.reason }
    : { id, status: 'pass' };
}
