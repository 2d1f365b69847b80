import { useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import { sitePatternOf } from '../portals/index.ts';
import { portalName } from './portal-name.ts';
import type { SignInProps } from './sign-in.tsx';

/** Takes the place of an approval where the person did not let the extension in yet. */
export function SitePermission({ portal, onClose }: Pick<SignInProps, 'portal' | 'onClose'>) {
  const [answer, setAnswer] = useState<'asked' | 'refused'>();
  const ask = () => {
    // The browser only asks while it handles the person's click: before anything is awaited.
    browser.permissions.request({ origins: [sitePatternOf(portal)] }).then(
      (isGranted) => !isGranted && setAnswer('refused'),
      () => setAnswer('refused'),
    );
    setAnswer('asked');
  };
  return (
    <section class="approval" data-field="site-permission">
      <h1>{t('sign_in_title', portalName(portal.id))}</h1>
      <p>{t('fill_permission')}</p>
      <p role="status">
        {answer && t(answer === 'asked' ? 'permission_asked' : 'permission_refused')}
      </p>
      <div class="answer actions">
        <button type="button" onClick={onClose}>
          {t('permission_not_now')}
        </button>
        <button type="button" class="primary" data-action="let-in" onClick={ask}>
          {t('fill_permission_ask')}
        </button>
      </div>
    </section>
  );
}
