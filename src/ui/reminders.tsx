import { t } from '../i18n.ts';
import { addressOf, findPortal } from '../portals/index.ts';
import type { Reminder } from '../reminders/index.ts';
import { sendMessage } from '../messages.ts';
import { formatLocalTime } from './format.ts';
import { portalName } from './portal-name.ts';

/** What one waits for, and what one need not wait for any more; each can be taken away. */
export function Reminders({ all }: { all: readonly Reminder[] }) {
  if (all.length === 0) return null;
  return (
    <ul class="reminders" data-field="reminders" aria-label={t('reminders_title')}>
      {all.map((reminder) => (
        <ReminderItem key={reminder.portal} reminder={reminder} />
      ))}
    </ul>
  );
}

function ReminderItem({ reminder }: { reminder: Reminder }) {
  const { portal: id, state, waitsFor, next } = reminder;
  const portal = findPortal(id);
  const forget = () => void sendMessage('forgetReminder', { portal: id });
  const text =
    state === 'waiting'
      ? t(`reminder_waiting_${waitsFor}`, portalName(id), formatLocalTime(new Date(next)))
      : t(state === 'ready' ? `reminder_ready_${waitsFor}` : 'reminder_given_up', portalName(id));
  return (
    <li data-state={state} data-portal={id}>
      <p role="status">{text}</p>
      <div class="buttons">
        {portal && state !== 'waiting' && (
          <a
            class="button primary"
            href={addressOf(portal)}
            target="_blank"
            rel="noreferrer"
            onClick={forget}
          >
            {t('diagnosis_open_portal')}
          </a>
        )}
        <button type="button" class="plain" onClick={forget}>
          {t(state === 'waiting' ? 'reminder_stop' : 'reminder_read')}
        </button>
      </div>
    </li>
  );
}
