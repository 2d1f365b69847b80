import type { FindingId, VerdictDetail } from '../certificate/index.ts';
import { codeOf, type ErrorCode } from '../errors.ts';
import { t, type MessageKey } from '../i18n.ts';
import { underscored } from './underscored.ts';

/** Something that went wrong, as a screen shows it: a sentence and, in small type, its id and detail. */
export interface Problem {
  id: string;
  /** Tells apart what shares an id. */
  detail?: VerdictDetail;
  text: string;
}

/** What to say of anything that was thrown. A code without a sentence does not compile. */
export function problemOf(error: unknown): Problem {
  return problemOfCode(codeOf(error));
}

export function problemOfCode(code: ErrorCode): Problem {
  const key: `error_${ErrorCode}` = `error_${code}`;
  return { id: code, text: t(key) };
}

/** What to say of a cause. Pairs without a sentence of their own share the one of the cause. */
export function problemOfCause(cause: FindingId, detail?: VerdictDetail): Problem {
  const key = `cause_${underscored(cause)}` as const;
  const own = detail ? t(`${key}_${detail}` as MessageKey) : '';
  return { id: cause, ...(detail && { detail }), text: own || t(key) };
}

/** What is looked at under the id of a cause: «Que no haya vencido». */
export function checkName(cause: FindingId): string {
  return t(`check_${underscored(cause)}`);
}
