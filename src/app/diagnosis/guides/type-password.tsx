import { t } from '../../../i18n.ts';
import { Glossary } from '../../../ui/glossary.tsx';
import { Guide, type GuideProps } from './guide.tsx';

/** Which password it is, how to see it, and trying it where nothing is blocked. */
export function TypePassword(props: GuideProps) {
  return (
    <Guide
      {...props}
      isWorkedIn
      files="guide_password_title"
      here={<Glossary />}
      steps={[
        t('guide_password_which'),
        t('guide_password_by_hand'),
        t('guide_password_see'),
        t('guide_password_try'),
        t('guide_password_accents'),
      ]}
    />
  );
}
