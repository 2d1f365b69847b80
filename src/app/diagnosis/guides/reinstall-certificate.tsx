import { t } from '../../../i18n.ts';
import { Guide, type GuideProps } from './guide.tsx';

/** The files once more, over what is kept, and a signature that proves them. */
export function ReinstallCertificate(props: GuideProps) {
  return (
    <Guide
      {...props}
      files="guide_files_again"
      steps={[
        t('guide_files_find'),
        t('guide_files_cloud'),
        t('guide_files_certisat'),
        <>
          {t('guide_files_key')} <a href="#/tramites">{t('nav_tramites')}</a>
        </>,
        t('guide_files_bring'),
      ]}
    />
  );
}
