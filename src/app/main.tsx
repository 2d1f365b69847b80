import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/card.css';
import '../ui/parts.css';
import '../ui/cadena.css';
import './app.css';
import './import.css';
import './trial.css';
import './settings.css';
import './history.css';
import './procedures.css';
import './signature.css';
import './help.css';
import './account.css';
import './own-hands.css';
import './diagnosis.css';
import './guides.css';
import './report.css';
import { readSnapshot, type Snapshot } from '../snapshot.ts';
import { App } from './app.tsx';
import { within } from '../ui/within.ts';

/** Milliseconds: storage that has not answered by then is broken. */
const patience = 3_000;

/** As on a new profile. */
const nothing: Snapshot = { count: 0, unlocked: false };

function show(first: Snapshot | undefined): void {
  const isUnread = first === undefined;
  render(
    <App key={String(isUnread)} first={first ?? nothing} isUnread={isUnread} />,
    document.body,
  );
}

const reading = readSnapshot();
const inTime = await within(patience, reading).catch(() => undefined);
show(inTime);
// What is slow is not broken.
if (!inTime) void reading.then(show, () => undefined);
