import type { CauseId, DiagnosedCause } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import { adviceOn, repairText, sentenceOf, strengthOf } from '../../ui/diagnosis-text.ts';
import { HelpDeskId } from '../../ui/help-desk-id.tsx';
import { useFocus } from '../../ui/use-focus.ts';
import type { Choices } from './choices.ts';
import { OwnSettings } from './own-settings.tsx';
import { PortalLink } from './portal-link.tsx';
import { reasonsFor } from './reasons-for.ts';
import { Why } from './why.tsx';

interface VerdictProps extends Choices {
  cause: DiagnosedCause;
  onNotThis: (cause: CauseId) => void;
}

/** The one cause: how sure it is, why, and one thing to do. Its heading takes the focus once. */
export function Verdict({ cause, view, isSettled, ...props }: VerdictProps) {
  const { id, certainty, repair } = cause;
  const heading = useFocus<HTMLHeadingElement>(id);
  const mends = repair && props.canRepair(repair) ? repair : undefined;
  return (
    <section
      class="verdict panel"
      data-field="verdict"
      data-certainty={certainty}
      data-repair={repair}
      data-settled={isSettled}
    >
      <h2 tabIndex={-1} ref={heading}>
        <span class="verdict-strength">{strengthOf(certainty)}</span> {sentenceOf(id)}
      </h2>
      <p class="verdict-advice">{adviceOn(id)}</p>
      {!mends && <OwnSettings cause={id} />}
      <div class="verdict-actions">
        {mends && (
          <button
            type="button"
            class="primary"
            data-action="repair"
            onClick={() => props.onRepair(mends)}
          >
            {repairText(mends, 'name')}
          </button>
        )}
        <button type="button" class={mends ? undefined : 'primary'} onClick={props.onRetry}>
          {t('diagnosis_retry')}
        </button>
        <button type="button" onClick={() => props.onNotThis(id)}>
          {t('diagnosis_not_this')}
        </button>
      </div>
      {repair && !mends && <p class="notice">{t('diagnosis_no_portal')}</p>}
      {mends && <OwnSettings cause={id} />}
      <Why evidence={reasonsFor(cause, view.findings)} />
      <PortalLink portal={view.portal} cause={id} />
      <HelpDeskId id={id} />
    </section>
  );
}
