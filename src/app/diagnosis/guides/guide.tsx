import type { ComponentChildren } from 'preact';
import { t } from '../../../i18n.ts';
import type { DiagnosisView } from '../../../messages.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { backToPortal } from './back-to-portal.ts';

export interface GuideProps {
  view: DiagnosisView;
  snapshot: Snapshot;
  loses: string;
  onRetry: () => void;
  onClose: () => void;
}

interface GuideShape extends GuideProps {
  /** What comes before the steps. */
  children?: ComponentChildren;
  /** What is done right here, after them. */
  here?: ComponentChildren;
  steps: readonly ComponentChildren[];
  /** They are taken in the portal's page: what was done there must not be lost. */
  isWorkedIn?: boolean;
}

/** Steps in order, what they cost, and the way back to the portal, where that is known. */
export function Guide({ children, steps, here, loses, onRetry, onClose, ...props }: GuideShape) {
  return (
    <>
      {children}
      <ol class="steps" data-field="steps">
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
      {here}
      <p class="hint">{loses}</p>
      <div class="verdict-actions">
        {props.view.portal ? (
          <button
            type="button"
            class="primary"
            data-action="show-portal"
            onClick={() => backToPortal(props)}
          >
            {t('guide_done_portal')}
          </button>
        ) : (
          <button type="button" class="primary" onClick={onRetry}>
            {t('guide_done')}
          </button>
        )}
        <button type="button" onClick={() => onClose()}>
          {t('guide_back')}
        </button>
      </div>
    </>
  );
}
