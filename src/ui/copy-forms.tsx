import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { sendMessage } from '../messages.ts';
import { Failure } from './failure.tsx';
import { problemOf, type Problem } from './failure-text.ts';

/** A form that nobody here knows: copies how it is made, without anything of the person's. */
export function CopyForms({ tabId }: { tabId: number }) {
  const [isCopied, setIsCopied] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const copy = async () => {
    setProblem(undefined);
    try {
      await navigator.clipboard.writeText(await sendMessage('describeForms', { tabId }));
      setIsCopied(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section class="unknown-form" data-field="unknown-form">
      <h2>{t('fill_unknown_title')}</h2>
      <p class="hint">{t('fill_unknown_text')}</p>
      {problem && <Failure problem={problem} />}
      <button type="button" onClick={() => void copy()}>
        {t('fill_unknown_copy')}
      </button>
      <p role="status">{isCopied && t('fill_unknown_copied')}</p>
    </section>
  );
}
