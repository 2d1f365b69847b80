import { useId, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage, type Settings } from '../../messages.ts';
import { firstIdleMinutes } from '../../settings.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { formatAmount } from '../../ui/format.ts';
import { FieldError, type Slip } from '../field-error.tsx';
import { SafetyChoice } from '../safety-choice.tsx';
import { suggestPicture } from '../suggestion.ts';

const idleChoices = [1, 5, 10, 30, 60];

/** The picture, the word and the minutes, saved together. */
export function PreferencesForm({ settings }: { settings: Settings | undefined }) {
  const id = useId();
  const [picture, setPicture] = useState(() => settings?.picture ?? suggestPicture());
  const [word, setWord] = useState(settings?.word ?? '');
  const [idleMinutes, setIdleMinutes] = useState(settings?.idleMinutes ?? firstIdleMinutes);
  const [slip, setSlip] = useState<Slip>();
  const [saved, setSaved] = useState(0);
  const [problem, setProblem] = useState<Problem>();

  const save = async () => {
    const isMissing = word.trim() === '';
    setSlip(isMissing ? { key: 'word_missing' } : undefined);
    setSaved(0);
    setProblem(undefined);
    if (isMissing) return;
    try {
      await sendMessage('saveSettings', {
        ...settings,
        picture,
        word: word.trim(),
        idleMinutes,
      });
      setSaved(saved + 1);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('settings_safety')}</h2>
      <p>{t('settings_safety_text')}</p>
      <SafetyChoice picture={picture} word={word} onPicture={setPicture} onWord={setWord} />
      <h2>{t('settings_idle')}</h2>
      <div class="field">
        <label for={`${id}-idle`}>{t('settings_idle_label')}</label>
        <select
          id={`${id}-idle`}
          value={String(idleMinutes)}
          onChange={(event) => setIdleMinutes(Number(event.currentTarget.value))}
        >
          {idleChoices.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {formatAmount(minutes, 'minute')}
            </option>
          ))}
        </select>
      </div>
      {slip && <FieldError slip={slip} />}
      {problem && <Failure problem={problem} />}
      {saved > 0 && <Done key={saved} text={t('settings_saved')} />}
      <div>
        <button type="submit" class="primary">
          {t('settings_save')}
        </button>
      </div>
    </form>
  );
}
