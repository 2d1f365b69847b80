import type { CauseRow } from './cause-row.ts';

/** What the browser keeps of the portal: cache, service worker, session. */
export const sessionCauses = [
  { id: 'session.hung', prior: 8, repair: 'clear-session-cookies' },
  { id: 'cache.stale', prior: 7, repair: 'clear-site-cache' },
  { id: 'session.expired', prior: 6, repair: 'reload-page' },
  { id: 'session.two_tabs', prior: 3, repair: 'close-duplicate-tabs' },
  { id: 'sw.stale', prior: 3, repair: 'clear-site-cache' },
  { id: 'token.reused', prior: 2, repair: 'reload-page', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
