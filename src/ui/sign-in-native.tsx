import { useMemo, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { sendMessage, type NativePlan } from '../messages.ts';
import { isAccepted } from '../portals/holder-of.ts';
import { approvalBasics } from './approval-basics.ts';
import { ApprovalForm } from './approval-form.tsx';
import { problemOf, problemOfCause, problemOfCode, type Problem } from './failure-text.ts';
import { FillInstead } from './fill-instead.tsx';
import { FillNotes } from './fill-notes.tsx';
import { IdseAccount, type TypedAccount } from './idse-account.tsx';
import { NativeHandOver } from './native-hand-over.tsx';
import { portalTitle } from './portal-name.ts';
import type { StrategyProps } from './sign-in-bridge.tsx';
import { useKeptAccount } from './use-kept-account.ts';
import { useNativePlan } from './use-native-plan.ts';

/** After these the same plan is as good as before. */
const mendable: ReadonlySet<string> = new Set([
  'wrong_vault_password',
  'locked',
  'account_missing',
]);

/** The portal's own protocol: it gets a signature that was made here, and no file. */
export function SignInNative(props: StrategyProps) {
  const { tabId, portal, snapshot, card } = props;
  const look = useNativePlan(tabId);
  const [mistake, setMistake] = useState<Problem>();
  const [locked, setLocked] = useState(!snapshot.unlocked);
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState<TypedAccount>();
  const kind = portal.native?.kind ?? 'sat-token';
  const asksAccount = kind === 'idse-cms';
  const usesKept = useKeptAccount(card.id, asksAccount) && !typed;
  const account = typed ?? { user: '', password: '' };
  const lacksAccount = asksAccount && !usesKept && !(account.user && account.password);
  const unfit = useMemo(
    () => (isAccepted(portal, card.rfc) ? undefined : problemOfCause('cert.moral')),
    [portal.id, card.rfc],
  );
  const problem = unfit ?? look.problem ?? mistake;
  const { plan } = look;

  const signIn = async (judged: NativePlan, password: string) => {
    setBusy(true);
    props.onUnderWay(true);
    try {
      await sendMessage('signInNatively', {
        plan: judged,
        credentialId: card.id,
        ...(password && { password }),
        ...(asksAccount && !usesKept && { account }),
      });
      props.onDone();
    } catch (error) {
      const failed = problemOf(error);
      if (failed.id === 'locked') setLocked(true);
      if (mendable.has(failed.id)) setMistake(failed);
      else look.drop(failed);
      setBusy(false);
    } finally {
      props.onUnderWay(false);
    }
  };
  const approve = (password: string) => {
    if (lacksAccount) setMistake(problemOfCode('account_missing'));
    else if (plan) void signIn(plan, password);
  };
  return (
    <ApprovalForm
      {...approvalBasics(props)}
      title={portalTitle(portal)}
      origin={plan?.pageOrigin ?? `https://${portal.host}`}
      handOver={<NativeHandOver kind={kind} card={card} challenge={plan?.challenge} />}
      asksPassword={card.kept === 'vault' && (locked || usesKept)}
      problem={problem}
      onProblem={setMistake}
      instead={
        unfit || look.problem ? <FillInstead tabId={tabId} unfit={unfit} look={look} /> : undefined
      }
      busy={busy || !plan}
      approveLabel={t('sign_in_action')}
      onApprove={approve}
    >
      <FillNotes
        tabId={tabId}
        portal={portal}
        told={snapshot.told}
        problem={problem}
        isWaiting={look.isWaiting}
      />
      {asksAccount && (
        <IdseAccount
          kept={usesKept}
          onTypeAnother={() => setTyped(account)}
          account={account}
          onInput={setTyped}
        />
      )}
    </ApprovalForm>
  );
}
