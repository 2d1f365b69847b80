import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/card.css';
import '../ui/parts.css';
import './app.css';
import './import.css';
import './trial.css';
import './settings.css';
import './history.css';
import './diagnosis.css';
import { readSnapshot } from '../snapshot.ts';
import { App } from './app.tsx';

render(<App first={await readSnapshot()} />, document.body);
