import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { WifiMenu } from './pictures/wifi-menu.tsx';
import { SystemGuide } from './system-guide.tsx';

/** The page of the network, and what is not to be typed there. */
export function JoinWifi(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        <Pictured key="picture" picture={<WifiMenu />}>
          {t(`guide_wifi_${system}`)}
        </Pictured>,
        t('guide_captive_page'),
        t('guide_captive_terms'),
        t('guide_captive_never'),
        t('guide_return'),
      ]}
    />
  );
}
