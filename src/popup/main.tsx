import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/card.css';
import '../ui/parts.css';
import '../ui/approval.css';
import '../ui/cadena.css';
import './popup.css';
import { browser } from '../browser.ts';
import { portalAt, signingAt } from '../portals/index.ts';
import { readSnapshot } from '../snapshot.ts';
import { stayConnected } from '../ui/connection.ts';
import { loadSignIn } from '../ui/later.ts';
import { Popup } from './popup.tsx';

stayConnected();
const [first, [tab]] = await Promise.all([
  readSnapshot(),
  browser.tabs.query({ active: true, currentWindow: true }),
]);
const portal = portalAt(tab?.url) ?? signingAt(tab?.url);
// Its code comes while the rest is painted.
if (portal) void loadSignIn();
render(<Popup first={first} tabId={tab?.id} portal={portal} />, document.body);
