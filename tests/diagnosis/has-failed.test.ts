import { expect, test } from 'vitest';
import { hasFailed, type PageFacts } from '../../src/diagnosis/index.ts';
import { pageFacts } from './page-facts.ts';

test.each<[string, Partial<PageFacts>]>([
  ['the network failed', { net: 'NAME_NOT_RESOLVED' }],
  ['the portal refused', { http: 400 }],
  ['the portal broke', { http: 503 }],
  ['the widget did not come', { widgetNet: 'TIMED_OUT' }],
  ['the widget broke', { widgetHttp: 500 }],
  ['the widget refused', { widget: 'error' }],
  ['something closed the widget', { widget: 'closed_early', foreignMessages: 1 }],
  ['the portal says why', { texts: [{ text: 'Revocada', class: 'revoked' }] }],
  ['nothing can be seen', { blank: true }],
  ['the form leads back to itself', { loginLoop: true }],
  ['the widget never answered', { widget: 'no_message' }],
  ['the page asks to wait without end', { isBusy: true }],
  ['the page has no form', { form: 'missing' }],
  ['the network leads elsewhere', { redirect: 'offsite' }],
  ['nothing has come after half a minute', { ttfb: 30_000 }],
  ['a file was stopped, and no widget came', { opensWidget: true, settled: true, blocked: 1 }],
])('it failed when %s', (_what, facts) => {
  expect(hasFailed(pageFacts(facts))).toBe(true);
});

test.each<[string, Partial<PageFacts>]>([
  ['all is well', {}],
  ['the page was not modified', { http: 304 }],
  ['the widget said yes', { widget: 'ok', foreignMessages: 3 }],
  ['the person closed the widget', { widget: 'closed_early' }],
  ['a message did no harm', { foreignMessages: 5 }],
  ['nobody knows the text', { texts: [{ text: 'Escribe tu RFC' }] }],
  ['a file is gone, and the page works', { missingChunks: 4, fromCache: 9, fromServiceWorker: 9 }],
  ['an advertisement was stopped', { blocked: 7 }],
  [
    'an advertisement was stopped, and the widget came',
    { opensWidget: true, settled: true, blocked: 1, widgetHttp: 200 },
  ],
  ['the portal has no widget', { settled: true, blocked: 1 }],
  ['it was sent to its sign-in page', { redirect: 'login' }],
  ['the page has its form', { form: 'found' }],
  ['it came late, but it came', { ttfb: 40_000, http: 200 }],
  ['it is under way', { ttfb: 900 }],
])('it did not fail when %s', (_what, facts) => {
  expect(hasFailed(pageFacts(facts))).toBe(false);
});
