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
import { ScreenGuard } from '../ui/screen-guard.tsx';
import { within } from '../ui/within.ts';
import { Popup } from './popup.tsx';

/** Milliseconds: storage that has not answered by then is broken. */
const patience = 3_000;

type Read = Awaited<ReturnType<typeof read>>;

const read = () =>
  Promise.all([readSnapshot(), browser.tabs.query({ active: true, currentWindow: true })]);

function show(whole: Read | undefined): void {
  const [first, [tab] = []] = whole ?? [];
  const portal = portalAt(tab?.url) ?? signingAt(tab?.url);
  // Its code comes while the rest is painted.
  if (portal) void loadSignIn();
  render(
    <ScreenGuard key={String(first === undefined)} hasFailed={first === undefined}>
      {first && <Popup first={first} tabId={tab?.id} portal={portal} />}
    </ScreenGuard>,
    document.body,
  );
}

stayConnected();
const reading = read();
const inTime = await within(patience, reading).catch(() => undefined);
show(inTime);
// What is slow is not broken.
if (!inTime) void reading.then(show, () => undefined);
