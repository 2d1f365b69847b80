import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { SettingsSwitch } from './pictures/settings-switch.tsx';
import { SystemGuide } from './system-guide.tsx';

/** Where each system keeps its proxy. */
export function CheckProxy(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        t('guide_ask_first'),
        t(`guide_proxy_${system}`),
        <Pictured key="picture" picture={<SettingsSwitch isOff />}>
          {t('guide_proxy_off')}
        </Pictured>,
        t('guide_proxy_back'),
        t('guide_return'),
      ]}
    />
  );
}
