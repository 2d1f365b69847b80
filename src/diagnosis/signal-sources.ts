import type { SignalName } from './evidence.ts';
import type { FactName } from './facts.ts';
import { questions } from './questions.ts';

/** Who sees each signal, by what they look at; what the answers to questions add stands apart. */
const seenBy = {
  account: ['entered', 'failed', 'failedThere', 'rfcTyped'],
  answers: ['retry'],
  asked: ['loginLoop', 'portal', 'text', 'widget'],
  browser: ['brand', 'lag', 'mobile', 'os', 'uaMismatch'],
  clock: ['certByServerTime', 'deadlineDay', 'skew'],
  credential: [
    'cert',
    'certAgeDays',
    'certByServerTime',
    'holder',
    'key',
    'noCurp',
    'noEfirma',
    'npie',
    'pwd',
    'registeredMin',
    'superseded',
    'weak',
  ],
  document: ['applet', 'cookieProbe', 'js', 'ownAccess', 'translated'],
  extensions: ['extScore', 'otherSigner', 'proxyBy'],
  files: [
    'cert',
    'fileRead',
    'holder',
    'key',
    'pfx',
    'pwd',
    'pwdVariant',
    'revocation',
    'superseded',
    'weak',
  ],
  network: [
    'ctrl',
    'ctrlMs',
    'http',
    'imssOk',
    'net',
    'online',
    'redirect',
    'retry',
    'satOk',
    'widgetHttp',
    'widgetNet',
  ],
  page: [
    'blockedByClient',
    'bypassCacheOk',
    'chunkError',
    'filled',
    'foreignMsg',
    'http',
    'loginLoop',
    'net',
    'portal',
    'redirect',
    'selectors',
    'swStale',
    'text',
    'ttfb',
    'widget',
    'widgetHttp',
    'widgetNet',
  ],
  place: ['host', 'scheme'],
  revocation: ['revocation'],
  session: ['cookieBytes', 'portalTabs'],
  settings: ['ownAccess'],
  siteSettings: ['cookies', 'js', 'windowOpenNull'],
} as const satisfies Record<FactName, readonly SignalName[]>;

type Seen = (typeof seenBy)[FactName][number] | (typeof questions)[number]['signals'][number];

/**
 * What one has to look at to see a signal: `asked`, too, for what only a person knows. A signal of
 * the vocabulary that nobody sees and nobody is asked for does not compile.
 */
export function sourcesOf(signal: SignalName): FactName[] {
  const seen: Seen = signal;
  return (Object.keys(seenBy) as FactName[]).filter((name) => {
    const signals: readonly Seen[] = seenBy[name];
    return signals.includes(seen) || (name === 'asked' && isAskedFor(seen));
  });
}

function isAskedFor(signal: SignalName): boolean {
  return questions.some(({ signals }) => signals.some((settled) => settled === signal));
}
