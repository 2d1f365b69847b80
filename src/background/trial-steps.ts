import type { CredentialVerdict } from '../certificate/index.ts';
import type { TrialReason, TrialStep, TrialStepId } from '../messages.ts';

type Finding = CredentialVerdict['findings'][number];

/** What each finding speaks of; those that are not here speak of the files. */
const stepOfFinding: Readonly<Partial<Record<Finding['id'], TrialStepId>>> = {
  'key.mismatch': 'pair',
  'pwd.wrong': 'password',
  'pwd.spaces': 'password',
  'pwd.caps': 'password',
  'cert.is_csd': 'form',
  'cert.moral': 'form',
  'cert.weak_alg': 'form',
  'cert.superseded': 'form',
  'cert.pem': 'form',
  'cert.swap': 'form',
  'cert.no_curp': 'form',
  'cert.rfc_check_digit': 'form',
  'cert.curp_check_digit': 'form',
  'key.plain_or_pem': 'form',
  'pwd.encoding': 'form',
  'cert.expired': 'dates',
  'cert.not_yet': 'dates',
  'cert.expiring': 'dates',
  'tls.clock': 'dates',
  'cert.test_ca': 'issuer',
  'cert.untrusted': 'issuer',
  'cert.revoked': 'revocation',
};

const judged: readonly TrialStepId[] = ['files', 'pair', 'password', 'form', 'dates', 'issuer'];

/** What could not be looked at is worse news than a warning: nobody knows. */
const worstFirst: readonly Finding['status'][] = ['fail', 'unknown', 'warning', 'pass'];

/**
 * The steps that files are judged by, in the order in which they are shown. Each is as bad as the
 * worst of its findings; one without any was not reached. `unlooked`: why a step that is `unknown`
 * could not be looked at, where more is known than that.
 */
export function judgedSteps(
  findings: readonly Finding[],
  unlooked: Partial<Record<TrialStepId, TrialReason>> = {},
): TrialStep[] {
  return judged.map((id) => {
    const worst = worstOf(findings.filter((finding) => stepOf(finding) === id));
    if (!worst || worst.status === 'unknown') {
      return { id, status: 'unknown', reason: unlooked[id] ?? 'not_reached' };
    }
    return worst.status === 'pass'
      ? { id, status: 'pass' }
      : { id, status: worst.status, reason: worst.id };
  });
}

/** Which step a finding belongs to. */
export function stepOf({ id }: Pick<Finding, 'id'>): TrialStepId {
  return stepOfFinding[id] ?? 'files';
}

function worstOf(findings: readonly Finding[]): Finding | undefined {
  const [worst] = findings.toSorted(
    (one, other) => worstFirst.indexOf(one.status) - worstFirst.indexOf(other.status),
  );
  return worst;
}
