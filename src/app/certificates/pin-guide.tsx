import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { isEdge } from '../own-browser.ts';
import { PinPicture } from './pin-picture.tsx';

/** How to keep the icon in sight. It goes away once the icon is there. */
export function PinGuide() {
  const [isPinned, setIsPinned] = useState(true);
  useEffect(() => {
    const look = () =>
      void chrome.action.getUserSettings().then(({ isOnToolbar }) => setIsPinned(isOnToolbar));
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  if (isPinned) return null;
  return (
    <section class="pin-guide" data-field="pin-guide">
      <PinPicture isEdge={isEdge()} />
      <div>
        <h3>{t('pin_title')}</h3>
        <p>{t('pin_text')}</p>
        <ol>
          <li>{t(isEdge() ? 'pin_step_menu_edge' : 'pin_step_menu_chrome')}</li>
          <li>{t(isEdge() ? 'pin_step_pin_edge' : 'pin_step_pin_chrome')}</li>
        </ol>
      </div>
    </section>
  );
}
