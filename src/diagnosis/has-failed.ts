import type { PageFacts } from './facts.ts';

/** Milliseconds until the first byte of a page: a portal that takes longer is out of breath. */
export const longestWait = 15_000;

/** Another extension stopped a file, and the widget that the page should have opened never came. */
export function lacksWidget(page: PageFacts): boolean {
  const { opensWidget, settled, blocked, widget, widgetNet, widgetHttp } = page;
  const hasCome = [widget, widgetNet, widgetHttp].some((sign) => sign !== undefined);
  return opensWidget === true && settled === true && blocked > 0 && !hasCome;
}

/** Nothing came, and nobody waits as long as that. */
export function isWaitedFor({ ttfb = 0, http, net }: PageFacts): boolean {
  return ttfb > longestWait && http === undefined && net === undefined;
}

/** What shows by itself that nobody could sign in; any one is enough. */
const signs: readonly ((page: PageFacts) => boolean)[] = [
  ({ net }) => net !== undefined,
  ({ http }) => http !== undefined && http >= 400,
  ({ widgetNet }) => widgetNet !== undefined,
  ({ widgetHttp }) => widgetHttp !== undefined && widgetHttp >= 500,
  ({ widget }) => widget === 'error' || widget === 'no_message',
  ({ isBusy }) => isBusy === true,
  ({ form }) => form === 'missing',
  ({ redirect }) => redirect === 'offsite',
  isWaitedFor,
  ({ widget, foreignMessages }) => widget === 'closed_early' && foreignMessages > 0,
  ({ texts }) => texts.some((text) => text.class !== undefined),
  ({ blank }) => blank,
  lacksWidget,
  ({ loginLoop }) => loginLoop,
];

/**
 * Whether an attempt to sign in failed. A widget that the person closed, a text that nobody knows
 * and a file that is gone from a page that works are no failures.
 */
export function hasFailed(page: PageFacts): boolean {
  return signs.some((isSeen) => isSeen(page));
}
