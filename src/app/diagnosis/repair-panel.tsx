import type { RepairId } from '../../diagnosis/index.ts';
import type { DiagnosisView } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import { repairText } from '../../ui/diagnosis-text.ts';
import { useFocus } from '../../ui/use-focus.ts';
import { AutomaticRepair } from './automatic-repair.tsx';
import { guides } from './guides/guides.ts';

export interface RepairPanelProps {
  repair: RepairId;
  view: DiagnosisView;
  snapshot: Snapshot;
  onRetry: () => void;
  onRepaired: () => void;
  onNext: (repair: RepairId) => void;
  /** With what was found after it, when something was done. */
  onClose: (newer?: DiagnosisView) => void;
}

/** One repair, from what it would change to what changed; or the steps that only the person can take. */
export function RepairPanel(props: RepairPanelProps) {
  const { repair, view } = props;
  const heading = useFocus<HTMLHeadingElement>(repair);
  const Guide = guides[repair];
  return (
    <section class="panel repair" data-field="repair" data-repair={repair}>
      <h2 tabIndex={-1} ref={heading}>
        {repairText(repair, 'name')}
      </h2>
      <p>{repairText(repair, 'what')}</p>
      {Guide ? (
        <Guide {...props} loses={repairText(repair, 'loses')} />
      ) : (
        view.portal && <AutomaticRepair {...props} portal={view.portal} />
      )}
    </section>
  );
}
