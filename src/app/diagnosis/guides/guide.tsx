import type { ComponentChildren } from 'preact';
import { t, type MessageKey } from '../../../i18n.ts';
import type { DiagnosisView } from '../../../messages.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { backToPortal } from './back-to-portal.ts';
import { FilesHere } from './files-here.tsx';

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
  /** The title under which files are brought right here, after them: that comes before going back. */
  files?: MessageKey;
  /** What else is done right here. */
  here?: ComponentChildren;
  steps: readonly ComponentChildren[];
  /** They are taken in the portal's page: what was done there must not be lost. */
  isWorkedIn?: boolean;
}

/** Steps in order, what they cost, and the way back to the portal, where that is known. */
export function Guide(props: GuideShape) {
  const { children, steps, files, here, loses, snapshot, view } = props;
  const wayBack = files ? undefined : 'primary';
  return (
    <>
      {children}
      <ol class="steps" data-field="steps">
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
      {files && <FilesHere title={files} snapshot={snapshot} />}
      {here}
      <p class="hint">{loses}</p>
      <div class="verdict-actions">
        {view.portal ? (
          <button
            type="button"
            class={wayBack}
            data-action="show-portal"
            onClick={() => backToPortal(props)}
          >
            {t('guide_done_portal')}
          </button>
        ) : (
          <button type="button" class={wayBack} onClick={props.onRetry}>
            {t('guide_done')}
          </button>
        )}
        <button type="button" onClick={() => props.onClose()}>
          {t('guide_back')}
        </button>
      </div>
    </>
  );
}
