import { t } from '../i18n.ts';
import type { Settings } from '../messages.ts';
import { appUrl } from './app-url.ts';
import { PictureDrawing, pictureOf } from './pictures.tsx';
import { Untrusted } from './untrusted.tsx';

/** The picture and word that only this person knows: every window that asks for a secret has it. */
export function SafetyPicture({ settings }: { settings: Settings | undefined }) {
  const picture = settings && pictureOf(settings.picture);
  if (!settings || !picture) {
    return (
      <p class="safety safety-missing">
        {t('safety_missing')}{' '}
        <a href={appUrl('bienvenida')} target="_blank">
          {t('safety_choose')}
        </a>
      </p>
    );
  }
  return (
    <div class="safety" role="group" aria-label={t('safety_title')}>
      <PictureDrawing drawing={picture.drawing} />
      <div>
        <p class="safety-word">
          <span class="unseen">{picture.name}: </span>
          <Untrusted text={settings.word} />
        </p>
        <p class="safety-hint">{t('safety_hint')}</p>
      </div>
    </div>
  );
}
