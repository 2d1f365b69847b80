import type { VNode } from 'preact';
import { t } from '../../i18n.ts';
import type { Trial, TrialStep } from '../../messages.ts';
import { AlertIcon, CheckIcon, CrossIcon, QuestionIcon } from '../../ui/icons.tsx';
import { reasonOf } from './trial-text.ts';

const icons = {
  pass: <CheckIcon />,
  warning: <AlertIcon />,
  fail: <CrossIcon />,
  unknown: <QuestionIcon />,
} satisfies Record<TrialStep['status'], VNode>;

/** Everything that was looked at, and why something was not. */
export function TrialSteps({ steps }: Pick<Trial, 'steps'>) {
  return (
    <ol class="trial-steps">
      {steps.map((step) => {
        const reason = reasonOf(step);
        return (
          <li key={step.id} data-step={step.id} data-status={step.status}>
            {icons[step.status]}
            <div>
              <p>
                <strong>{t(`status_${step.status}`)}</strong> · {t(`trial_step_${step.id}`)}
              </p>
              {reason && <p class="hint">{reason}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
