import { FirmaError } from '../errors.ts';

/** @throws FirmaError `invalid_request` unless the condition holds; its `cause` names the check. */
export function insist(condition: boolean, check: string, reason?: string): asserts condition {
  if (condition) return;
  throw new FirmaError('invalid_request', { cause: new Error(check, { cause: reason }) });
}
