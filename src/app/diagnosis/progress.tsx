import { t } from '../../i18n.ts';
import type { DiagnosisState } from './use-diagnosis.ts';

/** What is being looked at, in words, told to whoever does not see the screen. */
export function Progress({ phase, count }: { phase: DiagnosisState['phase']; count: number }) {
  const text =
    phase === 'done' ? t('diagnosis_phase_done', String(count)) : t(`diagnosis_phase_${phase}`);
  return (
    <p class="progress" role="status" data-field="progress" data-phase={phase}>
      {text}
    </p>
  );
}
