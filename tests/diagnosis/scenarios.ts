import { readFileSync } from 'node:fs';
import type { CauseId, Evidence } from '../../src/diagnosis/index.ts';

interface Scenario {
  id: string;
  fault: string;
  sig: Evidence;
  /** The cause. */
  top1: CauseId;
  /** Others that may stand beside it. */
  top3: CauseId[];
  /** How a person would mend it, in words. */
  repair: string;
}

/** The acceptance scenarios: what is seen of 48 faults, and which cause that comes to. */
export const scenarios = JSON.parse(
  readFileSync(new URL('scenarios.json', import.meta.url), 'utf8'),
) as Scenario[];
