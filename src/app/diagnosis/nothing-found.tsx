import { t } from '../../i18n.ts';
import { useFocus } from '../../ui/use-focus.ts';

/** Nothing is wrong with what could be looked at, which is not the same as nothing being wrong. */
export function NothingFound({ isSettled, onRetry }: { isSettled: boolean; onRetry: () => void }) {
  const heading = useFocus<HTMLHeadingElement>('nothing');
  return (
    <section class="verdict panel" data-field="verdict" data-settled={isSettled}>
      <h2 tabIndex={-1} ref={heading}>
        {t('diagnosis_nothing')}
      </h2>
      <p class="verdict-advice">{t('diagnosis_nothing_text')}</p>
      <div>
        <button type="button" class="primary" onClick={onRetry}>
          {t('diagnosis_retry')}
        </button>
      </div>
    </section>
  );
}
