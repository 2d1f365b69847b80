import { t } from '../../../i18n.ts';
import { ownAddress } from '../../own-browser.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';

export function UpdateBrowser(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        <>
          {t('guide_update_copy')} <Copyable text={ownAddress('settings/help')} />
        </>,
        t('guide_update_paste'),
        t('guide_update_wait'),
        t('guide_update_return'),
      ]}
    />
  );
}
