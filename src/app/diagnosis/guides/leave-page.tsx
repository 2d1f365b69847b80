import { t } from '../../../i18n.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { BrowserTab } from './pictures/browser-tab.tsx';

/** Out of the page, and what to do about what was given to it. */
export function LeavePage(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        <Pictured key="picture" picture={<BrowserTab />}>
          {t('guide_leave_close')}
        </Pictured>,
        t('guide_leave_nothing'),
        t('guide_leave_key'),
        t('guide_leave_password'),
        t('guide_leave_download'),
        t('guide_leave_tell'),
      ]}
    />
  );
}
