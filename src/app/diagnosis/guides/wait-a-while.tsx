import type { CauseId } from '../../../diagnosis/index.ts';
import { t } from '../../../i18n.ts';
import { formatAmount } from '../../../ui/format.ts';
import type { GuideProps } from './guide.tsx';
import { ReminderGuide } from './reminder-guide.tsx';

/** Minutes, where it is not the usual quarter of an hour. */
const minutesOf: Partial<Record<CauseId, number>> = { 'acc.sync_wait': 30 };

const usual = 15;

/** What was too much, or too soon, is right after some time. */
export function WaitAWhile(props: GuideProps) {
  const cause = props.view.causes.find(({ repair }) => repair === 'wait-a-while');
  const minutes = (cause && minutesOf[cause.id]) ?? usual;
  return (
    <ReminderGuide
      {...props}
      waitsFor="time"
      minutes={minutes}
      ask={t('reminder_ask_time', formatAmount(minutes, 'minute'))}
      terms={['reminder_how_time', 'reminder_where']}
    />
  );
}
