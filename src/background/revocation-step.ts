import type { Certificate } from '../certificate/index.ts';
import type { TrialStep } from '../messages.ts';
import { revocationOf } from './revocation.ts';

const id = 'revocation';

/** What whoever issued a certificate says of it, if the person allows asking. */
export async function revocationStep(certificate: Certificate | undefined): Promise<TrialStep> {
  if (!certificate) return { id, status: 'unknown', reason: 'not_reached' };
  const answer = await revocationOf(certificate.der);
  switch (answer.status) {
    case 'good':
      return { id, status: 'pass' };
    case 'revoked':
      return { id, status: 'fail', reason: 'cert.revoked', revokedAt: answer.revokedAt };
    case 'unknown':
      return { id, status: 'unknown', reason: answer.reason };
  }
}
