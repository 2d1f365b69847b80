import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ErrorCode } from '../errors.ts';
import { t } from '../i18n.ts';
import { sendMessage, type FillPlan } from '../messages.ts';
import { asksOtherRfc } from '../portals/ask/asks-other-rfc.ts';
import { isAccepted } from '../portals/holder-of.ts';
import { approvalBasics } from './approval-basics.ts';
import { ApprovalForm } from './approval-form.tsx';
import { problemOf, problemOfCause, problemOfCode, type Problem } from './failure-text.ts';
import { FillHandOver } from './fill-hand-over.tsx';
import { FillInstead } from './fill-instead.tsx';
import { FillNotes } from './fill-notes.tsx';
import { LazyPortalAsk } from './lazy-portal-ask.ts';
import { portalTitle } from './portal-name.ts';
import type { StrategyProps } from './sign-in-bridge.tsx';
import { useFillPlan } from './use-fill-plan.ts';
import { useKeptAccount } from './use-kept-account.ts';
import { UserField } from './user-field.tsx';

/** What the person can mend without looking at the page again. */
const mendable: ReadonlySet<string> = new Set<ErrorCode>(['wrong_vault_password', 'user_missing']);

/** The files and their password are put into the portal's own form, which the person then sends. */
export function SignInFill(props: StrategyProps) {
  const { tabId, portal, snapshot, card } = props;
  const look = useFillPlan(tabId);
  const [mistake, setMistake] = useState<Problem>();
  const [user, setUser] = useState('');
  const [busy, setBusy] = useState(false);
  const { plan } = look;
  const asksUser = plan?.asks.user === true;
  const needsUser = !useKeptAccount(card.id, asksUser) && asksUser;
  const askedRfc = plan?.ask?.rfc;
  const unfit = useMemo(() => {
    if (!isAccepted(portal, card.rfc)) return problemOfCause('cert.moral');
    if (asksOtherRfc(plan?.ask, card.rfc)) return problemOfCode('other_rfc_asked');
    return card.canFill ? undefined : problemOfCode('fill_not_kept');
  }, [portal.id, card.rfc, card.canFill, askedRfc]);
  const problem = unfit ?? look.problem ?? mistake;

  useEffect(() => {
    const asked = props.cards.find(({ rfc }) => rfc === askedRfc);
    if (asked) props.onChoose(asked.id);
  }, [askedRfc, props.cards.length]);

  const fill = async (judged: FillPlan, password: string) => {
    setBusy(true);
    props.onUnderWay(true);
    try {
      const request = { plan: judged, credentialId: card.id, password };
      props.onDone(await sendMessage('fill', { ...request, ...(user && { user: user.trim() }) }));
    } catch (error) {
      const failed = problemOf(error);
      if (mendable.has(failed.id)) setMistake(failed);
      else look.drop(failed);
      setBusy(false);
    } finally {
      props.onUnderWay(false);
    }
  };
  const [form] = portal.forms;
  const isSigning = portal.purpose === 'sign';
  return (
    <ApprovalForm
      {...approvalBasics(props)}
      title={portalTitle(portal)}
      purpose={isSigning ? t('fill_sign_purpose') : undefined}
      origin={plan?.pageOrigin ?? `https://${portal.host}`}
      thing={!unfit && plan?.ask && <LazyPortalAsk ask={plan.ask} card={card} />}
      handOver={
        !unfit && (
          <FillHandOver
            card={card}
            formOrigin={plan?.formOrigin ?? form?.origin ?? `https://${portal.host}`}
            asks={
              plan?.asks ?? { rfc: Boolean(form?.fields.rfc), user: Boolean(form?.fields.user) }
            }
            submits={plan?.submits === true}
          />
        )
      }
      asksPassword={card.kept === 'vault'}
      problem={problem}
      onProblem={setMistake}
      instead={
        unfit || look.problem ? <FillInstead tabId={tabId} unfit={unfit} look={look} /> : undefined
      }
      busy={busy || !plan}
      approveLabel={t(isSigning ? 'fill_sign_action' : 'sign_in_action')}
      onApprove={(password) => plan && void fill(plan, password)}
    >
      <FillNotes
        tabId={tabId}
        portal={portal}
        told={snapshot.told}
        problem={problem}
        isWaiting={look.isWaiting}
      />
      {needsUser && <UserField value={user} onInput={setUser} />}
    </ApprovalForm>
  );
}
