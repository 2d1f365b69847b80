import { t } from '../../../i18n.ts';
import { ownAddress } from '../../own-browser.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { AddressLeft } from './pictures/address-left.tsx';

/** For the portal alone. */
export function AllowDownloads(props: GuideProps) {
  return (
    <Guide
      {...props}
      isWorkedIn
      steps={[
        <Pictured key="picture" picture={<AddressLeft />}>
          {t('guide_downloads_site')}
        </Pictured>,
        t('guide_downloads_allow'),
        <>
          {t('guide_downloads_page')}{' '}
          <Copyable text={ownAddress('settings/content/automaticDownloads')} />
        </>,
        t('guide_downloads_again'),
      ]}
    />
  );
}
