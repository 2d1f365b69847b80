import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import {
  sendMessage,
  type CredentialCard,
  type FillResult,
  type PendingRequest,
} from '../messages.ts';
import { approvalBasics } from './approval-basics.ts';
import { ApprovalForm } from './approval-form.tsx';
import { BridgeHandOver } from './bridge-hand-over.tsx';
import { problemOf, type Problem } from './failure-text.ts';
import { portalName } from './portal-name.ts';
import { RequestForm } from './request-form.tsx';
import type { SignInProps } from './sign-in.tsx';

export interface StrategyProps extends SignInProps {
  cards: readonly CredentialCard[];
  card: CredentialCard;
  onChoose: (id: string) => void;
  /** While something is being signed or sent, no other way to sign in is offered. */
  onUnderWay: (isUnderWay: boolean) => void;
  /** `result`: what the page did with a form that was filled. */
  onDone: (result?: FillResult) => void;
}

/** The page is told to ask; what it then asks for is approved here, if it is what was shown. */
export function SignInBridge(props: StrategyProps) {
  const { tabId, portal, snapshot, card } = props;
  const [asked, setAsked] = useState<{
    request: PendingRequest;
    password: string;
    problem?: Problem;
  }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const origin = `https://${portal.host}`;

  const signIn = async (password: string) => {
    setBusy(true);
    try {
      const request = await sendMessage('startSignIn', { tabId, origin });
      const isAsShown =
        request.origin === origin &&
        !request.wantsCurp &&
        request.cards.some(({ id }) => id === card.id);
      if (!isAsShown) {
        setAsked({ request, password });
        return;
      }
      try {
        await sendMessage('approveRequest', {
          id: request.id,
          origin,
          credentialId: card.id,
          shareCurp: false,
          ...(password && { password }),
        });
        props.onDone();
      } catch (error) {
        setAsked({ request, password, problem: problemOf(error) });
      }
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (asked) {
    return (
      <RequestForm
        request={asked.request}
        settings={snapshot.settings}
        firstChoice={card.id}
        firstPassword={asked.password}
        firstProblem={asked.problem}
        onApproved={() => props.onDone()}
        onRefused={props.onClose}
      />
    );
  }
  return (
    <ApprovalForm
      {...approvalBasics(props)}
      title={t('sign_in_title', portalName(portal.id))}
      origin={origin}
      handOver={<BridgeHandOver card={card} />}
      asksPassword={!snapshot.unlocked && card.kept === 'vault'}
      problem={problem}
      onProblem={setProblem}
      busy={busy}
      approveLabel={t('sign_in_action')}
      onApprove={(password) => void signIn(password)}
    />
  );
}
