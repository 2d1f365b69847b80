/** What never comes makes no event: some time after a page, or its widget, was asked for, one looks. */
import { browser } from '../browser.ts';
import type { PageFacts } from '../diagnosis/index.ts';
import { changeAttempt, type Attempt } from './attempts.ts';
import { reportBug } from './report-bug.ts';

/** The shortest time that the browser wakes a service worker after. */
const patience = 0.5;
const prefix = 'look-again:';

/** By tab, milliseconds since the epoch: when it was last asked for. */
const asked = new Map<number, number>();
/** Milliseconds: a page, and the widget that it opens with, wait for one look. */
const together = 2000;

export function watchWaiting(ready: Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (!name.startsWith(prefix)) return;
    const tabId = Number(name.slice(prefix.length));
    asked.delete(tabId);
    void ready.then(() => changeAttempt(tabId, noteWaiting)).catch(reportBug);
  });
}

/**
 * In half a minute; of several that ask for it in a tab the last one counts, and of those that come
 * together the first.
 */
export async function lookAgain(tabId: number): Promise<void> {
  const now = Date.now();
  const age = now - (asked.get(tabId) ?? Number.NaN);
  if (age >= 0 && age < together) return;
  asked.set(tabId, now);
  await browser.alarms.create(prefix + tabId, { delayInMinutes: patience });
}

function noteWaiting(attempt: Attempt): Attempt | undefined {
  const now = Date.now();
  const { page, navigation, widgetAskedAt } = attempt;
  const { net, http, ttfb, widget, widgetNet, widgetHttp } = page;
  const isPageAwaited = [net, http, ttfb].every((sign) => sign === undefined);
  const isWidgetAwaited = [widget, widgetNet, widgetHttp].every((sign) => sign === undefined);
  const seen: PageFacts = {
    ...page,
    // Without a navigation a service worker answered.
    ...(navigation && isPageAwaited && { ttfb: now - Date.parse(page.at) }),
    ...(widgetAskedAt !== undefined && isWidgetAwaited && { widget: 'no_message' }),
  };
  return { ...attempt, page: seen };
}
