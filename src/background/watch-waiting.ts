/** What never comes makes no event: some time after a page, or its widget, was asked for, one looks. */
import { browser } from '../browser.ts';
import type { PageFacts } from '../diagnosis/index.ts';
import { changeAttempt, type Attempt } from './attempts.ts';
import { reportBug } from './report-bug.ts';

/** The shortest time that the browser wakes a service worker after. */
const patience = 0.5;
const prefix = 'look-again:';

export function watchWaiting(ready: Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (!name.startsWith(prefix)) return;
    const tabId = Number(name.slice(prefix.length));
    void ready.then(() => changeAttempt(tabId, noteWaiting)).catch(reportBug);
  });
}

/** In half a minute; of several that ask for it in a tab, the last one counts. */
export async function lookAgain(tabId: number): Promise<void> {
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
