import { t } from '../../../i18n.ts';
import { isEdge, ownAddress } from '../../own-browser.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { AddressRight } from './pictures/address-right.tsx';

/** The page as it was written. */
export function TurnOffTranslation(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        <Pictured key="picture" picture={<AddressRight />}>
          {t(`guide_translation_${isEdge() ? 'edge' : 'chrome'}`)}
        </Pictured>,
        t('guide_translation_never'),
        <>
          {t('guide_translation_settings')} <Copyable text={ownAddress('settings/languages')} />
        </>,
        t('guide_reload'),
      ]}
    />
  );
}
