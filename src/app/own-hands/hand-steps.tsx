import type { ComponentChildren } from 'preact';
import { t } from '../../i18n.ts';
import type { CredentialCard } from '../../messages.ts';
import { isAccepted } from '../../portals/holder-of.ts';
import type { KnownPortal } from '../../portals/index.ts';
import type { Snapshot } from '../../snapshot.ts';
import { problemOfCause } from '../../ui/failure-text.ts';
import { Warning } from '../../ui/warning.tsx';
import { CopyStep } from './copy-step.tsx';
import { FilesStep } from './files-step.tsx';
import { FormStep } from './form-step.tsx';
import { TryStep } from './try-step.tsx';

interface HandStepsProps {
  portal: KnownPortal;
  /** None is kept: then it says what to have at hand. */
  card: CredentialCard | undefined;
  snapshot: Snapshot;
}

/** The four steps, in their order. */
export function HandSteps({ portal, card, snapshot }: HandStepsProps) {
  const [form] = portal.forms;
  if (!form) return <p class="hint">{t('hands_no_form')}</p>;
  const asksUser = form.fields.user !== undefined;
  return (
    <>
      {card && !isAccepted(portal, card.rfc) && <Warning problem={problemOfCause('cert.moral')} />}
      <ol class="hand-steps">
        <Step name="try">
          <TryStep card={card} snapshot={snapshot} />
        </Step>
        <Step name="copy">
          <CopyStep card={card} asksUser={asksUser} />
        </Step>
        <Step name="files">
          <FilesStep card={card} settings={snapshot.settings} />
        </Step>
        <Step name="form">
          <FormStep portal={portal} form={form} rfc={card?.rfc} />
        </Step>
      </ol>
    </>
  );
}

type StepName = 'try' | 'copy' | 'files' | 'form';

function Step({ name, children }: { name: StepName; children: ComponentChildren }) {
  return (
    <li class="panel" data-step={name}>
      <h2>{t(`hands_step_${name}`)}</h2>
      {children}
    </li>
  );
}
