import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { sendMessage } from '../messages.ts';
import { Failure } from './failure.tsx';
import { problemOf, type Problem } from './failure-text.ts';

/**
 * A form that nobody here knows: copies how it is made, without anything of the person's. Nothing
 * at pages that are no portal's.
 */
export function CopyForms({ tabId }: { tabId: number }) {
  const [page, setPage] = useState<{ isOffered: boolean; hasWidget: boolean }>();
  const [isCopied, setIsCopied] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    void sendMessage('describeForms', { tabId }).then(
      ({ hasWidget }) => setPage({ isOffered: true, hasWidget }),
      (error: unknown) =>
        setPage({ isOffered: problemOf(error).id !== 'not_a_portal', hasWidget: false }),
    );
  }, [tabId]);
  if (!page?.isOffered) return null;
  const copy = async () => {
    setProblem(undefined);
    try {
      const { text } = await sendMessage('describeForms', { tabId });
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section class="unknown-form" data-field="unknown-form">
      <h2>{t('fill_unknown_title')}</h2>
      {page.hasWidget && <p data-field="unknown-widget">{t('fill_unknown_widget')}</p>}
      <p class="hint">{t('fill_unknown_text')}</p>
      {problem && <Failure problem={problem} />}
      <button type="button" onClick={() => void copy()}>
        {t('fill_unknown_copy')}
      </button>
      <p role="status">{isCopied && t('fill_unknown_copied')}</p>
    </section>
  );
}
