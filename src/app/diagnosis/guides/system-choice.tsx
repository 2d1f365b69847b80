import { t } from '../../../i18n.ts';
import { systems, type System } from './own-system.ts';

interface SystemChoiceProps {
  system: System | undefined;
  onChoose: (system: System) => void;
}

/** «No es mi sistema»: folded, unless nobody knows which it is. */
export function SystemChoice({ system, onChoose }: SystemChoiceProps) {
  return (
    <details class="system-choice" open={system === undefined}>
      <summary>{t('guide_system_not_mine')}</summary>
      <div class="buttons">
        {systems.map((each) => (
          <button
            key={each}
            type="button"
            data-system={each}
            aria-pressed={each === system}
            onClick={() => onChoose(each)}
          >
            {t(`system_${each}`)}
          </button>
        ))}
      </div>
    </details>
  );
}
