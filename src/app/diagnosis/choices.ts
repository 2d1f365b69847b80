import type { RepairId } from '../../diagnosis/index.ts';
import type { DiagnosisView } from '../../messages.ts';

/** What every part of the result needs to offer something to do. */
export interface Choices {
  view: DiagnosisView;
  isSettled: boolean;
  /** Some need to know which portal it is about. */
  canRepair: (repair: RepairId) => boolean;
  onRepair: (repair: RepairId) => void;
  onRetry: () => void;
}
