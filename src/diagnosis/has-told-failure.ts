import type { AskedFacts } from './facts.ts';

/** Whether the person says that they could not get in: by what they see, or by a message. */
export function hasToldFailure({ sees, text }: AskedFacts = {}): boolean {
  return sees !== undefined || text !== undefined;
}
