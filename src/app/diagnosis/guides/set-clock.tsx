import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { Clock } from './pictures/clock.tsx';
import { SettingsSwitch } from './pictures/settings-switch.tsx';
import { SystemGuide } from './system-guide.tsx';

/** Where each system keeps its clock. */
export function SetClock(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        <Pictured key="picture" picture={<Clock />}>
          {t(`guide_clock_${system}`)}
        </Pictured>,
        <Pictured key="automatic" picture={<SettingsSwitch />}>
          {t('guide_clock_automatic')}
        </Pictured>,
        t('guide_clock_return'),
      ]}
    />
  );
}
