import { t } from '../../../i18n.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';

/** The page of the browser itself where it updates. Browsers made of Chromium know Chrome's name. */
const address = navigator.userAgent.includes('Edg/')
  ? 'edge://settings/help'
  : 'chrome://settings/help';

export function UpdateBrowser(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        <>
          {t('guide_update_copy')} <Copyable text={address} />
        </>,
        t('guide_update_paste'),
        t('guide_update_wait'),
        t('guide_update_return'),
      ]}
    />
  );
}
