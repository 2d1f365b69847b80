import type { VNode } from 'preact';
import type { FindingState, ProbeId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { DiagnosisView } from '../../messages.ts';
import { evidenceTexts, findingName, repairText } from '../../ui/diagnosis-text.ts';
import {
  AlertIcon,
  CheckIcon,
  CrossIcon,
  PersonIcon,
  NoneIcon,
  QuestionIcon,
} from '../../ui/icons.tsx';
import type { Choices } from './choices.ts';
import { PermissionStep } from './permission-step.tsx';

const icons = {
  pass: <CheckIcon />,
  warning: <AlertIcon />,
  fail: <CrossIcon />,
  unknown: <QuestionIcon />,
  manual: <PersonIcon />,
  not_applicable: <NoneIcon />,
} satisfies Record<FindingState, VNode>;

interface FindingItemProps extends Choices {
  finding: DiagnosisView['findings'][number];
  /** The permission that is missing is asked for here. */
  asksPermission?: ProbeId | undefined;
}

/** One thing that was looked at: its state as icon and word, what was seen, what mends it. */
export function FindingItem({ finding, asksPermission, ...choices }: FindingItemProps) {
  const { id, status, evidence, missing, origin, repair } = finding;
  return (
    <li class="finding" data-field="finding" data-status={status} data-finding={id}>
      {icons[status]}
      <div>
        <p>
          <strong class="finding-state">{t(`status_${status}`)}</strong> · {findingName(id)}
        </p>
        {status === 'unknown' && missing && evidence.length === 0 && (
          <p class="hint">{t(`missing_${missing}`)}</p>
        )}
        {evidenceTexts(evidence).map((text) => (
          <p key={text} class={status === 'pass' ? 'hint' : undefined}>
            {text}
          </p>
        ))}
        {asksPermission && (
          <PermissionStep permission={asksPermission} origin={origin} onGranted={choices.onRetry} />
        )}
        {repair && choices.canRepair(repair) && status !== 'pass' && (
          <button type="button" class="plain" onClick={() => choices.onRepair(repair)}>
            {repairText(repair, 'name')}
          </button>
        )}
      </div>
    </li>
  );
}
