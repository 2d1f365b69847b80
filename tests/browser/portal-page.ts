/** What a page of the portal shows, and what the replica saw of it. */
import type { Page } from 'playwright-core';
import type { Replica } from '../../replica/index.ts';

export const kindsOf = (events: Readonly<Replica['log']>): string[] =>
  events.map((event) => (event.kind === 'fault' ? event.fault : event.kind));

export const textOf = (page: Page): Promise<string> => page.locator('body').innerText();

/** Name → where it came from and with what status, as the page itself measured it. */
export const loaded = (page: Page): Promise<Record<string, { cached: boolean; status: number }>> =>
  page.evaluate(() =>
    Object.fromEntries(
      performance.getEntries().flatMap((entry) =>
        entry instanceof PerformanceResourceTiming
          ? [
              [
                new URL(entry.name).pathname.split('/').at(-1) ?? '',
                {
                  cached: entry.transferSize === 0 && entry.decodedBodySize > 0,
                  status: entry.responseStatus,
                },
              ],
            ]
          : [],
      ),
    ),
  );
