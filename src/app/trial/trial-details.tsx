import { t } from '../../i18n.ts';
import type { Trial } from '../../messages.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { AllFindings } from '../certificates/findings.tsx';
import { noteTrial } from '../report/shown-trial.ts';
import { TrialSteps } from './trial-steps.tsx';

/** Step by step what was tried, what was signed, and what may be passed on. */
export function TrialDetails({ trial }: { trial: Trial }) {
  const unknown = trial.steps.filter(({ status }) => status === 'unknown').length;
  return (
    <section class="trial" data-field="trial" data-ok={trial.ok}>
      <h3>{t('trial_steps')}</h3>
      {unknown > 0 && <p>{t('trial_unknown', String(unknown))}</p>}
      <TrialSteps steps={trial.steps} />
      {trial.signedText !== undefined && (
        <details data-field="signed-text">
          <summary>{t('trial_signed')}</summary>
          <p class="hint">{t('trial_signed_hint')}</p>
          <pre>
            <Untrusted text={trial.signedText} />
          </pre>
        </details>
      )}
      <AllFindings findings={trial.review.findings} />
      <p>
        <a href="#/informe" data-field="support" onClick={() => noteTrial(trial)}>
          {t('report_title')}
        </a>
      </p>
    </section>
  );
}
