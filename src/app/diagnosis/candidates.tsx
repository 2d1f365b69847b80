import type { ComponentChildren } from 'preact';
import { t } from '../../i18n.ts';
import { adviceOn, repairText, sentenceOf, strengthOf } from '../../ui/diagnosis-text.ts';
import { HelpDeskId } from '../../ui/help-desk-id.tsx';
import { useFocus } from '../../ui/use-focus.ts';
import type { Choices } from './choices.ts';
import { OwnSettings } from './own-settings.tsx';

interface CandidatesProps extends Choices {
  /** What to answer first. */
  children?: ComponentChildren;
}

/** Nobody knows yet: what it may be, best first, each with what would show it. */
export function Candidates({ view, isSettled, children, ...props }: CandidatesProps) {
  const { canRepair, onRepair, onRetry } = props;
  const { causes } = view;
  const heading = useFocus<HTMLHeadingElement>(causes[0]?.id);
  return (
    <section
      class="verdict panel"
      data-field="verdict"
      data-certainty="unknown"
      data-repair={causes[0]?.repair}
      data-settled={isSettled}
    >
      <h2 tabIndex={-1} ref={heading}>
        {strengthOf('unknown')}
      </h2>
      {children}
      <p class="verdict-advice">
        {t(children ? 'diagnosis_candidates_or' : 'diagnosis_candidates')}
      </p>
      <ol class="candidates">
        {causes.map(({ id, repair }) => (
          <li key={id} data-field="candidate">
            <h3>
              <span class="verdict-strength">{t('diagnosis_candidate')}</span> {sentenceOf(id)}
            </h3>
            <p>{adviceOn(id)}</p>
            <OwnSettings cause={id} />
            {repair && canRepair(repair) && (
              <div>
                <button type="button" data-action="repair" onClick={() => onRepair(repair)}>
                  {repairText(repair, 'name')}
                </button>
              </div>
            )}
            <HelpDeskId id={id} />
          </li>
        ))}
      </ol>
      {causes.some(({ repair }) => repair && !canRepair(repair)) && (
        <p class="notice">{t('diagnosis_no_portal')}</p>
      )}
      <div class="verdict-actions">
        {view.tabId !== undefined && (
          <button
            type="button"
            class="primary"
            data-action="try"
            onClick={() => onRepair('reload-without-cache')}
          >
            {repairText('reload-without-cache', 'name')}
          </button>
        )}
        <button
          type="button"
          class={view.tabId === undefined ? 'primary' : undefined}
          onClick={onRetry}
        >
          {t('diagnosis_retry')}
        </button>
      </div>
    </section>
  );
}
