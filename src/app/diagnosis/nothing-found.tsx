import { t } from '../../i18n.ts';
import type { DiagnosisView } from '../../messages.ts';
import { useFocus } from '../../ui/use-focus.ts';
import { showPortal } from './show-portal.ts';

interface NothingFoundProps {
  view: DiagnosisView;
  isSettled: boolean;
  onRetry: () => void;
}

/** Nothing is wrong with what could be looked at, which is not the same as nothing being wrong. */
export function NothingFound({ view, isSettled, onRetry }: NothingFoundProps) {
  const heading = useFocus<HTMLHeadingElement>('nothing');
  return (
    <section class="verdict panel" data-field="verdict" data-settled={isSettled}>
      <h2 tabIndex={-1} ref={heading}>
        {t('diagnosis_nothing')}
      </h2>
      <p class="verdict-advice">{t('diagnosis_nothing_text')}</p>
      <div class="verdict-actions">
        {view.portal && (
          <button
            type="button"
            class="primary"
            data-action="show-portal"
            onClick={() => void showPortal(view, 'as_it_is')}
          >
            {t('diagnosis_show_portal')}
          </button>
        )}
        <button type="button" class={view.portal ? undefined : 'primary'} onClick={onRetry}>
          {t('diagnosis_retry')}
        </button>
      </div>
    </section>
  );
}
