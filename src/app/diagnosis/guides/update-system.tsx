import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { SettingsUpdate } from './pictures/settings-update.tsx';
import { SystemGuide } from './system-guide.tsx';

/** Where each system looks for updates. */
export function UpdateSystem(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        t('guide_os_save'),
        <Pictured key="picture" picture={<SettingsUpdate />}>
          {t(`guide_os_${system}`)}
        </Pictured>,
        t('guide_os_wait'),
        t('guide_os_old'),
        t('guide_return'),
      ]}
    />
  );
}
