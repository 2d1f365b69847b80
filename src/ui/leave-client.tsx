import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { sendMessage, type ActiveClient, type CredentialCard } from '../messages.ts';
import type { KnownPortal } from '../portals/index.ts';
import { ApproveButton } from './approve-button.tsx';
import { ClientLosses } from './client-losses.tsx';
import { Failure } from './failure.tsx';
import { problemOf, type Problem } from './failure-text.ts';
import { goToSignIn } from './go-to-sign-in.ts';
import { useFocus } from './use-focus.ts';

interface LeaveClientProps {
  tabId: number;
  /** Where the next one will sign in. */
  portal: KnownPortal;
  client: ActiveClient;
  /** Whoever enters after this one, once that is chosen. */
  next: CredentialCard | undefined;
  title: string;
  /** The person asked for this screen: its title takes the focus. */
  isAskedFor?: boolean;
  /** Goes before everything else. */
  warning?: ComponentChildren;
  children: ComponentChildren;
  onLeave?: () => void;
  onLeft: (next: CredentialCard) => void;
  onCancel: () => void;
}

/** Closes the session of one client so that another one can enter: says what is lost, then asks. */
export function LeaveClient({ tabId, portal, client, next, ...props }: LeaveClientProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const title = useFocus<HTMLHeadingElement>(true);
  const leave = async () => {
    if (!next) {
      setProblem({ id: 'client_not_chosen', text: t('clients_not_chosen') });
      return;
    }
    setBusy(true);
    setProblem(undefined);
    props.onLeave?.();
    try {
      const { host, isShared } = client;
      await sendMessage('closeClient', { tabId, host, ...(isShared && { isShared }) });
      await goToSignIn(tabId, portal);
      props.onLeft(next);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <form class="approval" data-field="leave-client" onSubmit={(event) => event.preventDefault()}>
      <h1 tabIndex={-1} ref={props.isAskedFor ? title : null}>
        {props.title}
      </h1>
      {props.warning}
      <ClientLosses client={client} />
      {props.children}
      {problem && <Failure problem={problem} />}
      <div class="answer">
        <div class="actions">
          <button type="button" onClick={props.onCancel}>
            {t('cancel')}
          </button>
          <ApproveButton busy={busy} onApprove={() => void leave()}>
            {t(busy ? 'clients_busy' : 'clients_confirm')}
          </ApproveButton>
        </div>
      </div>
    </form>
  );
}
