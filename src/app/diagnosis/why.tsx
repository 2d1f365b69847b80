import type { EvidenceLine } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import { evidenceTexts } from '../../ui/diagnosis-text.ts';

/** «Por qué lo sé». */
export function Why({ evidence }: { evidence: readonly EvidenceLine[] }) {
  const reasons = evidenceTexts(evidence);
  if (reasons.length === 0) return null;
  return (
    <div class="why" data-field="why">
      <h3>{t('diagnosis_why')}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
