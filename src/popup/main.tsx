import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/card.css';
import '../ui/parts.css';
import '../ui/approval.css';
import './popup.css';
import { browser } from '../browser.ts';
import { portalAt, portalOfTab } from '../portals/index.ts';
import { readSnapshot } from '../snapshot.ts';
import { stayConnected } from '../ui/connection.ts';
import { Popup } from './popup.tsx';

stayConnected();
const [first, [tab]] = await Promise.all([
  readSnapshot(),
  browser.tabs.query({ active: true, currentWindow: true }),
]);
render(
  <Popup
    first={first}
    tabId={tab?.id}
    portal={portalAt(tab?.url)}
    isOnWay={portalOfTab(tab) !== undefined}
  />,
  document.body,
);
