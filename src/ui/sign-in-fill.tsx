import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { sendMessage, type FillPlan } from '../messages.ts';
import { appUrl } from './app-url.ts';
import { ApprovalForm } from './approval-form.tsx';
import { problemOf, problemOfCode, type Problem } from './failure-text.ts';
import { FillHandOver } from './fill-hand-over.tsx';
import { portalName } from './portal-name.ts';
import type { StrategyProps } from './sign-in-bridge.tsx';

/** The files and their password are put into the portal's own form, which the person then sends. */
export function SignInFill({ tabId, portal, snapshot, card, ...props }: StrategyProps) {
  const [plan, setPlan] = useState<FillPlan>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const notKept = useMemo(() => problemOfCode('fill_not_kept'), []);
  const pageOrigin = plan?.pageOrigin ?? `https://${portal.host}`;
  const formOrigin = plan?.formOrigin ?? portal.form?.origin ?? pageOrigin;

  const look = async () => {
    setProblem(undefined);
    try {
      setPlan(await sendMessage('planFill', { tabId }));
    } catch (error) {
      setPlan(undefined);
      setProblem(problemOf(error));
    }
  };
  useEffect(() => void look(), [tabId]);

  const fill = async (judged: FillPlan, password: string) => {
    setBusy(true);
    try {
      await sendMessage('fill', { plan: judged, credentialId: card.id, password });
      props.onDone();
    } catch (error) {
      const failed = problemOf(error);
      if (failed.id !== 'wrong_vault_password') setPlan(undefined);
      setProblem(failed);
      setBusy(false);
    }
  };
  const instead = !card.canFill ? (
    <a class="button" href={appUrl('certificados')} target="_blank">
      {t('fill_mend')}
    </a>
  ) : !plan && problem ? (
    <button type="button" onClick={() => void look()}>
      {t('retry')}
    </button>
  ) : undefined;
  return (
    <ApprovalForm
      title={t('sign_in_title', portalName(portal.id))}
      origin={pageOrigin}
      settings={snapshot.settings}
      cards={props.cards}
      count={snapshot.count}
      chosen={card}
      onChoose={props.onChoose}
      now={props.now}
      handOver={<FillHandOver card={card} formOrigin={formOrigin} />}
      asksPassword={card.kept === 'vault'}
      problem={card.canFill ? problem : notKept}
      onProblem={setProblem}
      instead={instead}
      busy={busy || !plan}
      approveLabel={t('sign_in_action')}
      onApprove={(password) => plan && void fill(plan, password)}
      onCancel={props.onClose}
    >
      {!(plan ? plan.verified : portal.verified) && <p class="notice">{t('portal_unverified')}</p>}
    </ApprovalForm>
  );
}
