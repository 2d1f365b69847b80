import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { WifiMenu } from './pictures/wifi-menu.tsx';
import { Modem } from './pictures/modem.tsx';
import { SystemGuide } from './system-guide.tsx';

/** From the icon of the network to the modem. */
export function CheckConnection(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        <Pictured key="picture" picture={<WifiMenu />}>
          {t(`guide_wifi_${system}`)}
        </Pictured>,
        t('guide_connection_airplane'),
        t('guide_connection_cable'),
        <Pictured key="picture" picture={<Modem />}>
          {t('guide_modem')}
        </Pictured>,
        t('guide_phone_network'),
        t('guide_return'),
      ]}
    />
  );
}
