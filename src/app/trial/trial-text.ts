import type { CauseId, RevocationGap, VerdictDetail } from '../../certificate/index.ts';
import { t, type MessageKey } from '../../i18n.ts';
import type { Trial, TrialReason, TrialStep, TrialStepId } from '../../messages.ts';
import { problemOfCause, problemOfCode, type Problem } from '../../ui/failure-text.ts';
import { formatDateTime } from '../../ui/format.ts';

/** What a step that failed says of the files where they had no fault of their own. */
const causes = {
  files: 'cert.wrong_file',
  pair: 'key.mismatch',
  password: 'pwd.wrong',
  form: 'cert.wrong_file',
  dates: 'cert.expired',
  issuer: 'cert.untrusted',
  revocation: 'cert.revoked',
  signature: 'key.mismatch',
} as const satisfies Record<TrialStepId, CauseId>;

/** What no good file makes up for. */
const fatal: ReadonlySet<TrialStepId> = new Set(['revocation', 'signature']);

/** A finding is told by its own sentence, beside the steps. */
type FindingReason = Extract<TrialReason, `${string}.${string}`>;

type PlainReason = Exclude<TrialReason, RevocationGap | FindingReason>;

const plainReasons = {
  not_reached: 'trial_reason_not_reached',
  key_in_clear: 'trial_reason_key_in_clear',
  originals_not_kept: 'trial_reason_originals_not_kept',
  password_not_given: 'trial_reason_password_not_given',
  signature_wrong: 'trial_reason_signature_wrong',
} as const satisfies Record<PlainReason, MessageKey>;

/** Why a trial did not go well, the fault to mend first; undefined when nothing failed. */
export function problemOfTrial({ ok, steps, review }: Trial): Problem | undefined {
  if (ok && !review.cause) return undefined;
  const { cause, detail } = causeOf(steps, review) ?? {};
  return cause ? problemOfCause(cause, detail) : problemOfCode('unexpected');
}

/** It opens and signs, and yet a portal may not take it: it is too old, or of a company. */
export function isUsable({ steps, review }: Trial): boolean {
  return review.usable && !fatalStep(steps);
}

/** «Revisado el 17 de mayo de 2027 a las 0:33», and by whose clock. */
export function momentOf({ at, clock }: Pick<Trial, 'at' | 'clock'>): string {
  return t(`trial_when_${clock}`, formatDateTime(new Date(at)));
}

/** Why a step is not simply well, where no finding says it; empty where there is nothing to add. */
export function reasonOf({ reason, revoked }: TrialStep): string {
  if (revoked) {
    return t('evidence_revocation_revoked', formatDateTime(new Date(revoked.at)));
  }
  if (reason === undefined || isFinding(reason)) return '';
  return t(isPlain(reason) ? plainReasons[reason] : `evidence_revocation_${reason}`);
}

function isFinding(reason: TrialReason): reason is FindingReason {
  return reason.includes('.');
}

function isPlain(reason: TrialReason): reason is PlainReason {
  return Object.hasOwn(plainReasons, reason);
}

function causeOf(
  steps: Trial['steps'],
  { usable, cause, detail }: Trial['review'],
): { cause: CauseId; detail?: VerdictDetail | undefined } | undefined {
  const worst = usable ? fatalStep(steps) : undefined;
  // With a key that is no good, nothing can be signed: the files do belong together.
  if (worst?.id === 'signature' && cause === 'cert.weak_alg') return { cause, detail };
  const failed = worst ?? (cause ? undefined : steps.find(({ status }) => status === 'fail'));
  if (failed) return { cause: causes[failed.id] };
  return cause && { cause, detail };
}

function fatalStep(steps: Trial['steps']): TrialStep | undefined {
  return steps.find(({ id, status }) => status === 'fail' && fatal.has(id));
}
