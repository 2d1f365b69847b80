import type { Certificate } from '../certificate-facts.ts';
import type { JudgeOptions } from './judge-options.ts';
import type { Opening } from './open-and-pair.ts';
import { closedOf } from './open-keys.ts';
import { ownerOfKey } from './owner-of-key.ts';
import { fault, type Finding } from './verdict.ts';

export interface PairFinding {
  finding: Finding;
  /** Which of `others` the key belongs to instead. */
  belongsTo?: number;
}

/**
 * Whether the two halves belong together. Not known without an opened key, nor when only a key in
 * clear opened while another stayed closed that may be the right one.
 */
export function pairFinding(
  { attempt, candidates, keys, pair }: Opening,
  judged: Certificate | undefined,
  { others = [] }: JudgeOptions,
): PairFinding {
  const id = 'key.mismatch';
  if (pair) return { finding: { id, status: 'pass' } };
  const isProved = keys.some(({ key }) => key.isEncrypted) || closedOf(attempt.typed).length === 0;
  if (!judged || keys.length === 0 || !isProved) return { finding: { id, status: 'unknown' } };
  const owner = ownerOfKey(judged, keys, candidates, others);
  return {
    finding: fault(id, owner?.detail),
    ...(owner?.index !== undefined && { belongsTo: owner.index }),
  };
}
