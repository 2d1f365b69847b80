import { codeOf } from '../errors.ts';

/** What nobody planned goes to the worker's console, for whoever looks for the bug; and only there. */
export function reportBug(error: unknown): void {
  // oxlint-disable-next-line no-console -- the one place where bugs are told
  if (codeOf(error) === 'unexpected') console.error(error);
}
