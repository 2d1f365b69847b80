import type { RepairId } from '../repair-ids.ts';

/** One cause of a failed sign-in. The locale keys of its words are `diagnosis_<id>`, dots as `_`. */
export interface CauseRow {
  readonly id: string;
  /** How likely it is before anything was seen, in decibans: 10 are odds ten times as high. */
  readonly prior: number;
  /** What mends it: the first button. */
  readonly repair?: RepairId;
  /** Nothing that can be looked at speaks for it: only what the person answers to a question. */
  readonly onlyByAsking?: true;
}
