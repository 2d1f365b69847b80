import { t } from '../../../i18n.ts';
import type { GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { BrowserWindow } from './pictures/browser-window.tsx';
import { SystemGuide } from './system-guide.tsx';

/** A common window of Chrome or Edge, on a computer. */
export function UseSupportedBrowser(props: GuideProps) {
  return (
    <SystemGuide
      {...props}
      steps={(system) => [
        t('guide_supported_computer'),
        <Pictured key="picture" picture={<BrowserWindow />}>
          {t(`guide_supported_${system}`)}
        </Pictured>,
        t('guide_supported_window'),
        t('guide_supported_no_java'),
        t('guide_return'),
      ]}
    />
  );
}
