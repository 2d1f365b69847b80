import type { TextClass } from './evidence.ts';
import type { AskedFacts, PageFacts, Symptom } from './facts.ts';
import { longestWait } from './has-failed.ts';

const symptoms: ReadonlySet<Symptom | undefined> = new Set<Symptom>([
  'blank',
  'nothing_happens',
  'never_ends',
  'does_not_open',
]);

/** What portals say when something behind them does not answer. */
const texts: ReadonlySet<TextClass | undefined> = new Set<TextClass>([
  'service_unavailable',
  'widget_unavailable',
  'insecure_conn',
  'revocation_unavailable',
]);

/** Statuses that say as much of the way to the portal as of the portal. */
const turnedAway: ReadonlySet<number | undefined> = new Set([403, 429]);

const signs: readonly ((page: PageFacts) => boolean)[] = [
  ({ net }) => net !== undefined,
  ({ widgetNet }) => widgetNet !== undefined,
  ({ http = 0, widgetHttp = 0 }) => Math.max(http, widgetHttp) >= 500,
  ({ http }) => turnedAway.has(http),
  ({ redirect }) => redirect === 'offsite',
  ({ widget }) => widget === 'no_message',
  ({ blank, isBusy }) => blank || isBusy === true,
  ({ ttfb = 0 }) => ttfb > longestWait,
  (page) => page.texts.some((text) => texts.has(text.class)),
];

/**
 * Whether the connection could be why somebody cannot get in: only then is another site asked for
 * comparison. Nothing has failed, or the portal has judged: no other site has to do with it.
 */
export function mayBeNetwork(attempt?: PageFacts, asked?: AskedFacts): boolean {
  const isSeen = attempt !== undefined && signs.some((sign) => sign(attempt));
  return isSeen || symptoms.has(asked?.sees) || texts.has(asked?.class);
}
