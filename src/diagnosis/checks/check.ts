import type { EvidenceLine, FindingState } from '../diagnosis.ts';
import type { Facts, FactName, Gathered, Missing } from '../facts.ts';
import type { RepairId } from '../repair-ids.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

/** The heading under which a person finds a check. */
export const checkGroups = [
  'certificate',
  'browser',
  'site_data',
  'extensions',
  'computer',
  'connection',
  'portal',
  'account',
] as const;

export type CheckGroup = (typeof checkGroups)[number];

/** A line whose sentence is known to exist. */
export type CheckEvidence = EvidenceLine & { key: CheckEvidenceKey };

export interface Outcome {
  status: FindingState;
  /** What was seen, at most two lines. */
  evidence?: CheckEvidence[];
  /** Why it is `unknown`. */
  missing?: Missing;
  /** Of whom the permission is missing, where that is known. */
  origin?: string;
  repair?: RepairId;
}

/** What was found of the facts that a check needs. */
export type Known<Needs extends FactName> = {
  [Name in Needs]: NonNullable<Facts[Name]> extends Gathered<infer Found> ? Found : never;
};

/** The locale keys of its words are `finding_<id>`, hyphens as `_`. */
export interface Check<Id extends string = string, Needs extends FactName = FactName> {
  readonly id: Id;
  readonly group: CheckGroup;
  /** It is judged only when all of these were found; else it is `unknown` and says why. */
  readonly needs: readonly Needs[];
  /** `at`: the best time there is, the portal's where it is known. */
  judge(facts: Known<Needs>, at: Date): Outcome;
}

/** Keeps the id as a literal and holds `judge` to the facts that it declared. */
export function defineCheck<const Id extends string, Needs extends FactName>(
  check: Check<Id, Needs>,
): Check<Id, Needs> {
  return check;
}
