import { useState } from 'preact/hooks';
import { codeOf } from '../errors.ts';
import { t } from '../i18n.ts';
import { sendMessage, type PendingRequest, type Settings } from '../messages.ts';
import { ApprovalForm } from './approval-form.tsx';
import { BridgeHandOver } from './bridge-hand-over.tsx';
import { CurpChoice } from './curp-choice.tsx';
import { problemOf, type Problem } from './failure-text.ts';
import { portalName } from './portal-name.ts';
import { RequestClosed } from './request-closed.tsx';
import { Untrusted } from './untrusted.tsx';

interface RequestFormProps {
  request: PendingRequest;
  settings: Settings | undefined;
  firstChoice?: string | undefined;
  firstPassword?: string;
  firstProblem?: Problem | undefined;
  cautious?: boolean;
  onApproved: () => void;
  onRefused: () => void;
}

/** The approval of what a page asks for. A wrong password loses nothing and may be mended. */
export function RequestForm({ request, settings, ...props }: RequestFormProps) {
  const [choice, setChoice] = useState(props.firstChoice);
  const [shareCurp, setShareCurp] = useState(false);
  const [locked, setLocked] = useState(!request.unlocked);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(props.firstProblem);
  const [gone, setGone] = useState(false);
  const card = request.cards.find(({ id }) => id === choice) ?? request.cards[0];
  const now = new Date(request.now);

  const refuse = () => {
    sendMessage('refuseRequest', { id: request.id }).then(props.onRefused, props.onRefused);
  };
  if (gone || !card) {
    return <RequestClosed code={gone ? 'request_gone' : 'no_certificate'} onClose={refuse} />;
  }
  const approve = async (password: string) => {
    setBusy(true);
    try {
      await sendMessage('approveRequest', {
        id: request.id,
        origin: request.origin,
        credentialId: card.id,
        shareCurp,
        ...(password && { password }),
      });
      props.onApproved();
    } catch (error) {
      if (codeOf(error) === 'request_gone') setGone(true);
      if (codeOf(error) === 'locked') setLocked(true);
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <ApprovalForm
      title={t('approval_title')}
      portal={request.portal && portalName(request.portal)}
      origin={request.origin}
      settings={settings}
      cards={request.cards}
      chosen={card}
      onChoose={setChoice}
      now={now}
      handOver={<BridgeHandOver card={card} />}
      asksPassword={locked && card.kept === 'vault'}
      {...(props.firstPassword && { firstPassword: props.firstPassword })}
      problem={problem}
      onProblem={setProblem}
      busy={busy}
      approveLabel={t('approval_approve')}
      onApprove={(password) => void approve(password)}
      onCancel={refuse}
      {...(props.cautious && { cautious: true })}
    >
      {request.rfc && (
        <p class="hint">
          <Untrusted text={t('other_rfc', request.rfc)} />
        </p>
      )}
      {request.wantsCurp && <CurpChoice card={card} shared={shareCurp} onChange={setShareCurp} />}
    </ApprovalForm>
  );
}
