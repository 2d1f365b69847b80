import { t } from '../../../i18n.ts';
import { portals } from '../../../portals/index.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Letter } from './letter.tsx';
import { neededHosts } from './needed-hosts.ts';
import { Pictured } from './pictured.tsx';
import { Envelope } from './pictures/envelope.tsx';

const letter = () => [
  t('guide_network_letter'),
  '',
  ...neededHosts(portals).map(({ host, port }) => t('guide_network_host', host, String(port))),
  '',
  t('guide_network_letter_end'),
];

/** Whom to ask, and in which words. */
export function AskNetwork(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        t('guide_network_whom'),
        <Pictured key="picture" picture={<Envelope />}>
          {t('guide_network_send')}
          <Letter lines={letter()} />
        </Pictured>,
        t('guide_phone_network'),
      ]}
    />
  );
}
