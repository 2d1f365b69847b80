import { useState } from 'preact/hooks';
import { browser } from '../../../browser.ts';
import { t, type MessageKey } from '../../../i18n.ts';
import { sendMessage, type ReminderRequest } from '../../../messages.ts';
import { Done } from '../../../ui/done.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { problemOf, type Problem } from '../../../ui/failure-text.ts';
import { backToPortal } from './back-to-portal.ts';
import type { GuideProps } from './guide.tsx';

interface ReminderGuideProps extends GuideProps {
  waitsFor: ReminderRequest['waitsFor'];
  minutes?: number;
  /** What the button says. */
  ask: string;
  /** How long, and what not to do meanwhile. */
  terms: readonly MessageKey[];
}

/** One yes, and one is told later; also by a notification of the system, if that is wanted. */
export function ReminderGuide(props: ReminderGuideProps) {
  const { view, snapshot, waitsFor, minutes, ask, terms, loses, onRetry, onClose } = props;
  const [answer, setAnswer] = useState<'answers' | 'asked' | 'refused' | 'notified'>();
  const [problem, setProblem] = useState<Problem>();
  const { portal } = view;
  const isSet = snapshot.reminders?.some((each) => each.portal === portal) ?? false;

  const isThere = answer === 'answers';

  const begin = async () => {
    if (portal === undefined) return;
    try {
      setProblem(undefined);
      const begun = await sendMessage('remind', {
        portal,
        waitsFor,
        ...(minutes !== undefined && { minutes }),
      });
      setAnswer(begun ? undefined : 'answers');
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const letNotify = () => {
    // The browser only asks while it handles the person's click: before anything is awaited.
    browser.permissions.request({ permissions: ['notifications'] }).then(
      (isGranted) => setAnswer(isGranted ? 'notified' : 'refused'),
      () => setAnswer('refused'),
    );
    setAnswer('asked');
  };
  return (
    <>
      <ul class="repair-terms">
        {terms.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
        <li>{loses}</li>
      </ul>
      {problem && <Failure problem={problem} />}
      {isSet && <Done text={t('reminder_set')} />}
      <p role="status">{answer && t(statusOf(answer))}</p>
      <div class="verdict-actions">
        {isThere && (
          <button
            type="button"
            class="primary"
            data-action="show-portal"
            onClick={() => backToPortal(props)}
          >
            {t('diagnosis_show_portal')}
          </button>
        )}
        {!isSet ? (
          <button
            type="button"
            class={isThere ? undefined : 'primary'}
            data-action="remind"
            onClick={() => void begin()}
          >
            {ask}
          </button>
        ) : (
          <button type="button" data-action="notify" onClick={letNotify}>
            {t('reminder_notify')}
          </button>
        )}
        <button type="button" onClick={onRetry}>
          {t('diagnosis_retry')}
        </button>
        {/* What was found before is no longer so. */}
        {!isThere && (
          <button type="button" onClick={() => onClose()}>
            {t('guide_back')}
          </button>
        )}
      </div>
    </>
  );
}

function statusOf(answer: 'answers' | 'asked' | 'refused' | 'notified'): MessageKey {
  if (answer === 'answers') return 'reminder_answers';
  return answer === 'notified' ? 'reminder_notified' : `permission_${answer}`;
}
