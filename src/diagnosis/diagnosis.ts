import type { CauseId } from './causes/index.ts';
import type { CheckId } from './checks/index.ts';
import type { Missing } from './facts.ts';
import type { RepairId } from './repair-ids.ts';

/** «La causa es…», «Lo más probable es…», «Todavía no lo sé». */
export type Certainty = 'is' | 'likely' | 'unknown';

/** A value as the screens word it: a date is ISO 8601. */
export type EvidenceValue = string | number | { date: string } | { bytes: number };

/** One thing that was seen; the locale key of its sentence is `evidence_<key>`. */
export interface EvidenceLine {
  key: string;
  values?: EvidenceValue[];
}

export interface DiagnosedCause {
  id: CauseId;
  certainty: Certainty;
  repair?: RepairId;
  /** What speaks for it, the weightiest first. */
  evidence: EvidenceLine[];
}

export type FindingState = 'pass' | 'warning' | 'fail' | 'unknown' | 'manual' | 'not_applicable';

export interface DiagnosisFinding {
  /** A check; or a cause, for a fact that stands by itself whatever failed today. */
  id: CheckId | CauseId;
  status: FindingState;
  evidence: EvidenceLine[];
  /** Why it is `unknown`. */
  missing?: Missing;
  /** Of whom the permission is missing, where that is known. */
  origin?: string;
  repair?: RepairId;
}

export interface Diagnosis {
  /** Best first. */
  causes: DiagnosedCause[];
  findings: DiagnosisFinding[];
  /** Something failed, or the person says so: without that, a cause is only a supposition. */
  failureSeen: boolean;
}
