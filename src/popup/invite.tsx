import { t } from '../i18n.ts';
import { AppLink } from './app-link.tsx';

/** Nothing imported yet: one thing to do. */
export function Invite({ isNew }: { isNew: boolean }) {
  return (
    <section class="invite">
      <h1>{t('popup_invite_title')}</h1>
      <p>{t('popup_invite_text')}</p>
      <AppLink route={isNew ? 'bienvenida' : 'certificados'} class="button primary">
        {t('popup_invite_action')}
      </AppLink>
    </section>
  );
}
