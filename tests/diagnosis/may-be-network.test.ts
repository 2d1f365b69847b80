import { expect, test } from 'vitest';
import type { AskedFacts, PageFacts } from '../../src/diagnosis/index.ts';
import { mayBeNetwork } from '../../src/diagnosis/may-be-network.ts';
import { page } from './facts.ts';

const said = (textClass: NonNullable<PageFacts['texts'][number]['class']>): Partial<PageFacts> => ({
  texts: [{ text: 'x', class: textClass }],
});

test.each<[Partial<PageFacts>, boolean]>([
  [{}, false],
  [{ http: 404 }, false],
  [said('trio_invalid'), false],
  [said('revoked'), false],
  [{ widget: 'error' }, false],
  [{ loginLoop: true }, false],
  [{ net: 'NAME_NOT_RESOLVED' }, true],
  [{ http: 503 }, true],
  [{ http: 403 }, true],
  [{ http: 429 }, true],
  [{ widgetNet: 'TIMED_OUT' }, true],
  [{ widgetHttp: 503 }, true],
  [{ widget: 'no_message' }, true],
  [{ redirect: 'offsite' }, true],
  [{ redirect: 'login' }, false],
  [{ blank: true }, true],
  [{ isBusy: true }, true],
  [said('service_unavailable'), true],
  [said('widget_unavailable'), true],
  [said('insecure_conn'), true],
])('a page with %j: %s', (change, expected) => {
  expect(mayBeNetwork({ ...page, ...change })).toBe(expected);
});

test('a page that never came', () => {
  const { http: _, ...unanswered } = page;
  expect(mayBeNetwork({ ...unanswered, ttfb: 30_000 })).toBe(true);
});

test.each<[AskedFacts, boolean]>([
  [{}, false],
  [{ sees: 'message' }, false],
  [{ sees: 'closes' }, false],
  [{ sees: 'back_to_start' }, false],
  [{ sees: 'does_not_open' }, true],
  [{ sees: 'never_ends' }, true],
  [{ sees: 'message', class: 'trio_invalid' }, false],
  [{ sees: 'message', class: 'service_unavailable' }, true],
])('a person who tells %j: %s', (asked, expected) => {
  expect(mayBeNetwork(undefined, asked)).toBe(expected);
});

test('nothing has failed', () => expect(mayBeNetwork()).toBe(false));
