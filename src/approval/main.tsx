import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/card.css';
import '../ui/parts.css';
import '../ui/approval.css';
import '../ui/cadena.css';
import './window.css';
import { t } from '../i18n.ts';
import { appUrl } from '../ui/app-url.ts';
import { RequestClosed } from '../ui/request-closed.tsx';
import { approvalAt } from './approval-at.tsx';

const close = () => window.close();
// As in the popup, where the browser itself sees to it: closing is saying no.
window.addEventListener('keydown', ({ key, isComposing }) => {
  if (key === 'Escape' && !isComposing) close();
});
const approval = await approvalAt(new URLSearchParams(location.search), close);
render(
  <>
    <main>
      {typeof approval === 'string' ? <RequestClosed code={approval} onClose={close} /> : approval}
    </main>
    <footer class="window-footer">
      {t('not_official')}{' '}
      <a href={appUrl('ayuda')} target="_blank" rel="noreferrer">
        {t('nav_ayuda')}
      </a>
    </footer>
  </>,
  document.body,
);
