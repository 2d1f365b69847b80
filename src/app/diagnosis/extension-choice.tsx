import { t } from '../../i18n.ts';
import type { PreviewItem } from '../../messages.ts';
import { formatAmount } from '../../ui/format.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { OptionCards } from '../option-cards.tsx';
import { bySuspicion, pauseMinutes, suspicionOf, type PauseChoice } from './pause-choice.ts';

interface ExtensionChoiceProps {
  items: readonly PreviewItem[];
  choice: PauseChoice;
  onChoose: (choice: PauseChoice) => void;
}

/** Which extensions are paused, and for how long. What an administrator set can only be seen. */
export function ExtensionChoice({ items, choice, onChoose }: ExtensionChoiceProps) {
  const toggle = (id: string, isChosen: boolean) => {
    const others = choice.extensions.filter((other) => other !== id);
    onChoose({ ...choice, extensions: isChosen ? [...others, id] : others });
  };
  return (
    <>
      <fieldset class="options" data-field="extensions">
        <legend>{t('pause_which')}</legend>
        {bySuspicion(items).map(({ id = '', name, score, isForced = false }) => {
          const suspicion = suspicionOf(score);
          return (
            <label key={id} class="option" data-forced={isForced}>
              <input
                type="checkbox"
                value={id}
                disabled={isForced}
                checked={choice.extensions.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              <span>
                <Untrusted text={name} />
                {isForced && <span class="hint"> {t('pause_forced')}</span>}
                {!isForced && suspicion !== 'none' && (
                  <span class="hint" data-suspicion={suspicion}>
                    {' '}
                    {t(`pause_suspicion_${suspicion}`)}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      <OptionCards
        legend={t('pause_how_long')}
        areShort
        options={pauseMinutes.map((minutes) => ({
          value: String(minutes),
          text: formatAmount(minutes, 'minute'),
        }))}
        chosen={String(choice.minutes)}
        onChoose={(value) => {
          const minutes = pauseMinutes.find((each) => String(each) === value);
          if (minutes) onChoose({ ...choice, minutes });
        }}
      />
    </>
  );
}
