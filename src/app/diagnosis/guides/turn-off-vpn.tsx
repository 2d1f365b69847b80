import { t } from '../../../i18n.ts';
import { ownAddress } from '../../own-browser.ts';
import { Copyable } from './copyable.tsx';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { SettingsSwitch } from './pictures/settings-switch.tsx';
import { SystemGuide } from './system-guide.tsx';

/** A VPN may be a program, a setting or an extension. */
export function TurnOffVpn(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        t('guide_ask_first'),
        t('guide_vpn_program'),
        <Pictured key="picture" picture={<SettingsSwitch isOff />}>
          {t(`guide_vpn_${system}`)}
        </Pictured>,
        <>
          {t('guide_vpn_extension')} <Copyable text={ownAddress('extensions')} />
        </>,
        t('guide_vpn_return'),
      ]}
    />
  );
}
