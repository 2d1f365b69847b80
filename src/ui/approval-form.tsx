import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { CredentialCard, Settings } from '../messages.ts';
import { ApproveButton } from './approve-button.tsx';
import { CredentialChoice } from './credential-choice.tsx';
import { Failure } from './failure.tsx';
import { problemOfCode, type Problem } from './failure-text.ts';
import { Origin } from './origin.tsx';
import { PasswordField } from './password-field.tsx';
import { SafetyPicture } from './safety-picture.tsx';
import { useFocus } from './use-focus.ts';

interface ApprovalFormProps {
  title: string;
  portal?: string | undefined;
  /** What it is for; to enter, unless it says otherwise. */
  purpose?: string | undefined;
  origin: string;
  settings: Settings | undefined;
  cards: readonly CredentialCard[];
  /** How many there are to choose from, before all of them came. */
  count?: number | undefined;
  chosen: CredentialCard;
  onChoose: (id: string) => void;
  now: Date;
  /** What it is about, where that can be shown. */
  thing?: ComponentChildren;
  /** Nothing where it can not be handed over anyway. */
  handOver: ComponentChildren;
  /** What else the person decides or must know. */
  children?: ComponentChildren;
  asksPassword: boolean;
  firstPassword?: string;
  problem: Problem | undefined;
  onProblem: (problem: Problem) => void;
  /** What to do while it can not be approved: stands in the place of the button. */
  instead?: ComponentChildren;
  busy: boolean;
  approveLabel: string;
  onApprove: (password: string) => void;
  onCancel: () => void;
  /** The window came up on its own: the harmless button has the focus. */
  cautious?: boolean;
}

/** The one shape of every approval: who asks, with which e.firma, what is handed over, and yes. */
export function ApprovalForm(props: ApprovalFormProps) {
  const [password, setPassword] = useState(props.firstPassword ?? '');
  const cancel = useFocus<HTMLButtonElement>(props.cautious, { preventScroll: true });
  const approve = () => {
    if (props.asksPassword && password === '') props.onProblem(problemOfCode('locked'));
    else props.onApprove(props.asksPassword ? password : '');
  };
  return (
    <form class="approval" onSubmit={(event) => event.preventDefault()}>
      <SafetyPicture settings={props.settings} />
      <div class="asker">
        <h1>{props.title}</h1>
        <p>
          {props.portal && <span class="asker-name">{props.portal}</span>}
          <span class="unseen">{t('approval_who')}: </span>
          <Origin origin={props.origin} />
        </p>
        <p class="hint">{props.purpose ?? t('sign_in_purpose')}</p>
      </div>
      <CredentialChoice
        cards={props.cards}
        count={props.count}
        chosen={props.chosen}
        onChoose={props.onChoose}
        now={props.now}
      />
      {props.thing}
      {props.handOver && (
        <section class="hand-over">
          <h2>{t('hand_over_title')}</h2>
          {props.handOver}
        </section>
      )}
      {props.children}
      {props.problem && <Failure problem={props.problem} />}
      <div class="answer">
        {props.asksPassword && !props.instead && (
          <PasswordField label={t('password_vault')} value={password} onInput={setPassword} />
        )}
        <div class="actions">
          <button type="button" ref={props.cautious ? cancel : null} onClick={props.onCancel}>
            {t('cancel')}
          </button>
          {props.instead ?? (
            <ApproveButton busy={props.busy} onApprove={approve}>
              {props.busy ? t('sign_in_busy') : props.approveLabel}
            </ApproveButton>
          )}
        </div>
      </div>
    </form>
  );
}
