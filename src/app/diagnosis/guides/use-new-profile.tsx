import { t } from '../../../i18n.ts';
import { isEdge } from '../../own-browser.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { Profile } from './pictures/profile.tsx';

/** A clean profile beside the damaged one. */
export function UseNewProfile(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        <Pictured key="picture" picture={<Profile />}>
          {t(`guide_profile_open_${isEdge() ? 'edge' : 'chrome'}`)}
        </Pictured>,
        t('guide_profile_without'),
        t('guide_profile_add'),
        t('guide_profile_keep'),
      ]}
    />
  );
}
