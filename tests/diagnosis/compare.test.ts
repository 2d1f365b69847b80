import { expect, test } from 'vitest';
import { compare, type Compared, type PageFacts } from '../../src/diagnosis/index.ts';
import { pageFacts } from './page-facts.ts';

const later = { at: '2026-11-22T12:01:00Z' };

function compared(before: Partial<PageFacts>, after: Partial<PageFacts>): Compared {
  return compare(pageFacts(before), pageFacts({ ...later, ...after }));
}

const interfered: Partial<PageFacts> = { foreignMessages: 3, widget: 'closed_early' };

test.each<[what: string, before: Partial<PageFacts>, after: Partial<PageFacts>]>([
  ['messages that closed the dialog', interfered, { widget: 'ok' }],
  ['messages, whatever the widget then answers', interfered, { widget: 'error', texts: [] }],
  [
    'messages that came before anybody signed, and a dialog that closed by itself',
    { ...interfered, disturbedAtOnce: true },
    {},
  ],
  ['files that were stopped', { blocked: 2 }, {}],
  ['a page that was stopped', { net: 'BLOCKED_BY_CLIENT' }, {}],
  ['a widget that was stopped', { widgetNet: 'BLOCKED_BY_CLIENT', blocked: 1 }, {}],
])('%s: gone with the extensions, so it was them', (_what, before, after) => {
  expect(compared(before, after)).toMatchObject({ result: 'solved', confirmed: true });
});

test('the counts are those of what was wrong', () => {
  expect(compared(interfered, { widget: 'ok', fromCache: 4 }).compared).toEqual([
    { key: 'foreign_messages', before: 3, after: 0 },
    { key: 'dialog_closed', before: 1, after: 0 },
  ]);
});

test.each<[what: string, before: Partial<PageFacts>, after: Partial<PageFacts>]>([
  ['messages still come', interfered, { foreignMessages: 1, widget: 'ok' }],
  ['fewer messages are still messages', interfered, { foreignMessages: 1 }],
  ['the dialog still closes', interfered, { widget: 'closed_early' }],
  ['files are still stopped', { blocked: 2 }, { blocked: 2 }],
  ['the portal refuses as before', { blocked: 2, widget: 'error' }, { widget: 'error' }],
])('%s: unchanged, and nobody is to blame', (_what, before, after) => {
  expect(compared(before, after)).toMatchObject({ result: 'unchanged', confirmed: false });
});

test.each<[what: string, before: Partial<PageFacts>, after: Partial<PageFacts>]>([
  ['nobody has signed yet', interfered, {}],
  ['the widget has not answered', { foreignMessages: 3 }, { widget: 'no_message' }],
  ['the page did not arrive', { blocked: 2 }, { net: 'TIMED_OUT' }],
  ['the portal failed', { blocked: 2 }, { http: 503 }],
  ['the page is blank', { blocked: 2 }, { blank: true }],
  ['nothing was wrong', {}, {}],
  ['only the half of it was tried again', { blocked: 2, ...interfered }, {}],
  ['it is the same attempt', { blocked: 2 }, { at: pageFacts().at }],
  ['it is another portal', { blocked: 2 }, { portal: 'replica-entrar' }],
])('%s: not compared, and nobody is to blame', (_what, before, after) => {
  expect(compared(before, after)).toMatchObject({ result: 'not_compared', confirmed: false });
});

test.each<[what: string, before: Partial<PageFacts>]>([
  ['files', { blocked: 2 }],
  ['a dialog', { ...interfered, disturbedAtOnce: true }],
])('%s: not compared before the page has settled', (_what, before) => {
  const { settled: _settled, ...moving } = pageFacts(later);
  expect(compare(pageFacts(before), moving)).toMatchObject({
    result: 'not_compared',
    confirmed: false,
  });
});

test.each<[what: string, before: Partial<PageFacts>]>([
  ['a connection that is back', { net: 'NAME_NOT_RESOLVED', blank: true }],
  ['a portal that is back', { http: 503, blank: true }],
  ['files that are no longer missing', { missingChunks: 1 }],
  ['a form that is there', { form: 'missing' }],
  ['an answer that comes', { ttfb: 30_000 }],
  ['a page that was blank, for whatever reason', { blank: true }],
])('%s: solved, but not by a pause of extensions', (_what, before) => {
  expect(compared(before, {})).toMatchObject({ result: 'solved', confirmed: false });
});

test('of two that could be it, only the pause of the guilty one ends it', () => {
  const innocentPaused = compared(interfered, { ...interfered, ...later });
  const guiltyPaused = compared(interfered, { widget: 'ok' });
  expect([innocentPaused.confirmed, guiltyPaused.confirmed]).toEqual([false, true]);
});

test.each<[what: string, before: Partial<PageFacts>, wasStale: boolean]>([
  ['a blank page', { blank: true }, true],
  ['a blank page whose files were gone', { blank: true, missingChunks: 2 }, true],
  ['a portal that is back', { http: 503 }, false],
  ['a portal that is back, and a page that was blank', { http: 503, blank: true }, false],
  ['a connection that is back', { net: 'TIMED_OUT' }, false],
  ['a widget that is back', { widgetHttp: 503 }, false],
  ['files that were stopped, and a page that was blank', { blank: true, blocked: 1 }, false],
  ['nothing was wrong', {}, false],
])('%s: whether old copies did it', (_what, before, wasStale) => {
  expect(compared(before, {}).wasStale).toBe(wasStale);
});

test('a page that is still blank says nothing of old copies', () => {
  expect(compared({ blank: true }, { blank: true }).wasStale).toBe(false);
});
