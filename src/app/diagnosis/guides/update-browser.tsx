import { t } from '../../../i18n.ts';
import { ownAddress } from '../../own-browser.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { BrowserMenu } from './pictures/browser-menu.tsx';

/** The page of the browser where it updates itself. */
export function UpdateBrowser(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        <>
          {t('guide_update_copy')} <Copyable text={ownAddress('settings/help')} />
        </>,
        t('guide_update_paste'),
        <Pictured key="picture" picture={<BrowserMenu />}>
          {t('guide_update_menu')}
        </Pictured>,
        t('guide_update_wait'),
        t('guide_update_return'),
      ]}
    />
  );
}
