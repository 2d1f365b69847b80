import { t } from '../../../i18n.ts';
import { portals } from '../../../portals/index.ts';
import type { GuideProps } from './guide.tsx';
import { Letter } from './letter.tsx';
import { neededHosts } from './needed-hosts.ts';
import { Pictured } from './pictured.tsx';
import { Shield } from './pictures/shield.tsx';
import { SystemGuide } from './system-guide.tsx';

const addresses = () => neededHosts(portals).map(({ host }) => host);

/** An exception for the portals; never off, and no warning is passed over. */
export function CheckAntivirus(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        t('guide_antivirus_keep'),
        t(`guide_antivirus_${system}`),
        t('guide_antivirus_update'),
        <Pictured key="picture" picture={<Shield />}>
          {t('guide_antivirus_exception')}
          <Letter lines={addresses()} />
        </Pictured>,
        t('guide_antivirus_ask'),
      ]}
    />
  );
}
