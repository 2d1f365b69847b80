import { t } from '../../../i18n.ts';
import { Glossary } from '../../../ui/glossary.tsx';
import { FilesHere } from './files-here.tsx';
import { Guide, type GuideProps } from './guide.tsx';

/** Which password it is, how to see it, and trying it where nothing is blocked. */
export function TypePassword(props: GuideProps) {
  return (
    <Guide
      {...props}
      isWorkedIn
      here={
        <>
          <FilesHere title="guide_password_title" snapshot={props.snapshot} />
          <Glossary />
        </>
      }
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
