import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { Modem } from './pictures/modem.tsx';
import { SystemGuide } from './system-guide.tsx';

/** Old addresses go, in the modem and in the system. */
export function CheckDns(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        <Pictured key="picture" picture={<Modem />}>
          {t('guide_modem')}
        </Pictured>,
        t('guide_dns_restart'),
        t(`guide_dns_${system}`),
        t('guide_dns_hosts'),
        t('guide_phone_network'),
      ]}
    />
  );
}
