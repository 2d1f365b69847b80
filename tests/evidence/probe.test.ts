import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadWith, memoryStorage, unload } from '../in-extension.ts';

const origin = 'https://buzon.imss.gob.mx';
const now = Date.parse('2026-11-22T12:00:00Z');
const second = 1000;
const minute = 60 * second;

type ErrorListener = (details: { tabId: number; error: string }) => void;

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  vi.useRealTimers();
  unload();
});

/** A host whose answers are these, one after the other; a net error where there is no answer. */
async function hostThat(...answers: (Response | string)[]) {
  const listeners = new Set<ErrorListener>();
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const onErrorOccurred = {
    addListener: (listener: ErrorListener) => void listeners.add(listener),
    removeListener: (listener: ErrorListener) => void listeners.delete(listener),
  };
  const { probe } = await loadWith(() => import('../../src/evidence/probe.ts'), memoryStorage(), {
    webRequest: { onErrorOccurred, onBeforeRedirect: event },
  });
  const heard = { times: 0 };
  vi.stubGlobal('fetch', async () => {
    const answer = answers[heard.times] ?? new Response();
    heard.times += 1;
    if (typeof answer !== 'string') return answer;
    for (const tell of listeners) tell({ tabId: -1, error: `net::ERR_${answer}` });
    throw new TypeError('Failed to fetch');
  });
  return { heard, ask: () => probe(origin) };
}

const resting = (retryAfter: string, status = 503, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'retry-after': retryAfter, ...headers } });

describe('a host that wants to be left alone', () => {
  test.each<[string, Response, number]>([
    ['for some seconds', resting('120'), 120 * second],
    ['for less than nobody asks anyway', resting('1'), 10 * second],
    ['because somebody asks too often', resting('60', 429), minute],
    ['until some time', resting('Sun, 22 Nov 2026 12:03:00 GMT'), 3 * minute],
    [
      'until some time by a clock of its own',
      resting('Sun, 22 Nov 2026 15:03:00 GMT', 503, { date: 'Sun, 22 Nov 2026 15:00:00 GMT' }),
      3 * minute,
    ],
    ['until a time that is past', resting('Sat, 21 Nov 2026 12:00:00 GMT'), 10 * second],
    ['for a year', resting('31536000'), 10 * minute],
    ['until the next century', resting('Fri, 01 Jan 2100 00:00:00 GMT'), 10 * minute],
    ['for what is no number', resting('mañana'), 10 * second],
    ['for what is nothing', resting(''), 10 * second],
    ['for less than nothing', resting('-600'), 10 * second],
    ['for ever', resting('Infinity'), 10 * second],
    ['until no day of any year', resting('Sun, 99 Nov 2026 12:00:00 GMT'), 10 * second],
    ['though it works', resting('120', 200), 10 * second],
  ])('%s', async (_, answer, rest) => {
    const { ask, heard } = await hostThat(answer);
    const first = await ask();
    vi.setSystemTime(now + rest - 1);
    expect(await ask()).toEqual(first);
    expect(heard.times).toBe(1);
    vi.setSystemTime(now + rest);
    await ask();
    expect(heard.times).toBe(2);
  });
});

describe('what broke off before', () => {
  test.each(['CONNECTION_RESET', 'INTERNET_DISCONNECTED'])('%s is remembered', async (net) => {
    const { ask } = await hostThat(net);
    expect(await ask()).toMatchObject({ net });
    vi.setSystemTime(now + 10 * second);
    expect(await ask()).toMatchObject({ http: 200, brokeBefore: { net } });
  });

  test('a server error is, too, and is told when it comes again', async () => {
    const { ask } = await hostThat(new Response(null, { status: 503 }), 'CONNECTION_RESET');
    await ask();
    vi.setSystemTime(now + 10 * second);
    expect(await ask()).toMatchObject({ net: 'CONNECTION_RESET', brokeBefore: { http: 503 } });
  });

  test('is forgotten after some minutes', async () => {
    const { ask } = await hostThat('CONNECTION_RESET');
    await ask();
    vi.setSystemTime(now + 5 * minute);
    expect(await ask()).not.toHaveProperty('brokeBefore');
  });
});
