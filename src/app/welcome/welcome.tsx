import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage, type Settings } from '../../messages.ts';
import { firstIdleMinutes } from '../../settings.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { Glossary } from '../../ui/glossary.tsx';
import { FieldError, type Slip } from '../field-error.tsx';
import { SafetyChoice } from '../safety-choice.tsx';
import { suggestPicture, suggestWord } from '../suggestion.ts';
import { Promises } from './promises.tsx';

/** First run: what it will and will not do, and how to know its windows. */
export function Welcome({ settings }: { settings: Settings | undefined }) {
  const [picture, setPicture] = useState(() => settings?.picture ?? suggestPicture());
  const [word, setWord] = useState(() => settings?.word ?? suggestWord());
  const [slip, setSlip] = useState<Slip>();
  const [problem, setProblem] = useState<Problem>();

  const save = async () => {
    const isMissing = word.trim() === '';
    setSlip(isMissing ? { key: 'word_missing' } : undefined);
    if (isMissing) return;
    try {
      const idleMinutes = settings?.idleMinutes ?? firstIdleMinutes;
      await sendMessage('saveSettings', {
        ...settings,
        picture,
        word: word.trim(),
        idleMinutes,
      });
      location.hash = '#/certificados';
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <p class="lead">{t('welcome_intro')}</p>
      <Promises />
      <section class="panel">
        <h2>{t('welcome_safety')}</h2>
        <p>{t('welcome_safety_text')}</p>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <SafetyChoice picture={picture} word={word} onPicture={setPicture} onWord={setWord} />
          {slip && <FieldError slip={slip} />}
          {problem && <Failure problem={problem} />}
          <div>
            <button type="submit" class="primary">
              {t('welcome_save')}
            </button>
          </div>
        </form>
      </section>
      <p>
        <a href="#/sin-firma">{t('signature_title')}</a>
      </p>
      <Glossary />
    </>
  );
}
