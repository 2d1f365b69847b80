import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { ReminderGuide } from './reminder-guide.tsx';

/** The portal is asked now and then whether it is there; nobody signs in meanwhile. */
export function WatchPortal(props: GuideProps) {
  return (
    <ReminderGuide
      {...props}
      waitsFor="portal"
      ask={t('reminder_ask_portal')}
      terms={['reminder_how_portal', 'reminder_where', 'reminder_how_long']}
    />
  );
}
