import type { WatcherReport } from '../protocol.ts';

const script = /\.(?:m?js|css)(?:;|$)/;

/** The browser gives sizes, sources and status of what has the page's own origin. */
export function countResources(): Required<WatcherReport>['resources'] {
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as (PerformanceResourceTiming & { deliveryType: string })[];
  const ours = entries.filter(({ name, entryType }) => {
    const { origin, pathname } = new URL(name, location.href);
    return origin === location.origin && (entryType === 'navigation' || script.test(pathname));
  });
  const byWorker = ours.filter(({ workerStart }) => workerStart > 0);
  return {
    fromCache: ours.filter((entry) => entry.deliveryType === 'cache' && !byWorker.includes(entry))
      .length,
    fromServiceWorker: byWorker.length,
    missing: ours.filter(
      ({ entryType, responseStatus: status }) =>
        entryType === 'resource' && (status === 404 || status === 410),
    ).length,
  };
}
