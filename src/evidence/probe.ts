/** One polite request to a host, to see whether it answers. */
import type { ProbeFacts } from '../diagnosis/index.ts';
import { isBrokenOff } from '../is-broken-off.ts';
import { isOffsite } from '../portals/index.ts';
import { sessionCollection } from '../storage.ts';
import { pause } from './pause.ts';

interface Probed {
  facts: ProbeFacts;
  /** Milliseconds since the epoch, by this computer. */
  at: number;
  /** Nobody asks again before this. */
  until: number;
}

const patience = 1_600;
const oncePer = 10_000;
/** A host may ask to be left alone for longer than that, but not for ever. */
const longestRest = 10 * 60_000;
/** What broke down longer ago than this is another story. */
const remembered = 5 * 60_000;

const probed = sessionCollection<Probed>('probe');

/**
 * GET of the first page of an origin, without cookies, never of a sign-in address; at most once in
 * ten seconds a host, and not before a host that says when (`Retry-After`); in between the last
 * result is given. `fetch` says only that it failed, or that it was led elsewhere: which net error it
 * was, and where it was led, the browser tells those who watch requests.
 */
export async function probe(origin: string): Promise<ProbeFacts> {
  const { host } = new URL(origin);
  return await navigator.locks.request(`probe:${host}`, async () => {
    const last = await probed.get(host);
    const now = Date.now();
    if (last && now >= last.at && now < last.until) return last.facts;
    const { rest, ...seen } = await ask(`${origin}/`, host);
    const isRemembered = last && now - last.at < remembered && isBrokenOff(last.facts);
    const facts = { ...seen, ...(isRemembered && { brokeBefore: outcomeOf(last.facts) }) };
    await probed.set(host, { facts, at: now, until: now + Math.max(oncePer, rest) });
    return facts;
  });
}

function outcomeOf({ net, http }: ProbeFacts): NonNullable<ProbeFacts['brokeBefore']> {
  return { ...(net !== undefined && { net }), ...(http !== undefined && { http }) };
}

/** `rest`: milliseconds that the host wants to be left alone. */
async function ask(url: string, host: string): Promise<ProbeFacts & { rest: number }> {
  const start = performance.now();
  const own = watchOwnRequest(url);
  const took = (): number => Math.round(performance.now() - start);
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const milliseconds = took();
    const isLedOn = response.type === 'opaqueredirect';
    // What a cache on the way has kept says an hour of the past.
    const isOld = response.headers.has('age');
    const date = isOld ? Number.NaN : Date.parse(response.headers.get('date') ?? '');
    return {
      host,
      milliseconds,
      // The status of a redirect that is not followed is hidden: it answered, that is enough.
      ...(!isLedOn && { http: response.status }),
      ...(isLedOn && isOffsite((await own.ledTo()) ?? url) && { redirect: 'offsite' as const }),
      ...(!Number.isNaN(date) && { clockOffset: Math.round(date + milliseconds / 2 - Date.now()) }),
      rest: restOf(response),
    };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    const net = isLate ? 'TIMED_OUT' : ((await own.net()) ?? 'FAILED');
    return { host, milliseconds: took(), net, rest: 0 };
  } finally {
    own.stop();
  }
}

/** Of `Retry-After` in seconds, or as a date by the host's own clock (RFC 9110 section 10.2.3). */
function restOf({ status, headers }: Response): number {
  const text = headers.get('retry-after');
  if (text === null || (status !== 429 && status !== 503)) return 0;
  const isDate = /^\w{3},.* GMT$/.test(text);
  const hostNow = Date.parse(headers.get('date') ?? '') || Date.now();
  const rest = isDate ? Date.parse(text) - hostNow : Number(/^\d+$/.exec(text)) * 1000;
  return Number.isNaN(rest) ? 0 : Math.max(0, Math.min(rest, longestRest));
}

interface OwnRequest {
  /** Its net error without `ERR_`, once `fetch` has failed. */
  net(): Promise<string | undefined>;
  /** The address that it was led to, once `fetch` has said that it was. */
  ledTo(): Promise<string | undefined>;
  stop(): void;
}

/** What becomes of our own request to `url`; an event may come a moment after `fetch` is done. */
function watchOwnRequest(url: string): OwnRequest {
  const { onErrorOccurred, onBeforeRedirect } = chrome.webRequest;
  const filter = { urls: [`${url}*`] };
  const failed = firstOf((resolve) => {
    const listener = ({ tabId, error }: { tabId: number; error: string }): void => {
      if (tabId === -1) resolve(error.replace(/^net::(?:ERR_)?/, ''));
    };
    onErrorOccurred.addListener(listener, filter);
    return () => onErrorOccurred.removeListener(listener);
  });
  const led = firstOf((resolve) => {
    const listener = ({ tabId, redirectUrl }: { tabId: number; redirectUrl: string }): void => {
      if (tabId === -1) resolve(redirectUrl);
    };
    onBeforeRedirect.addListener(listener, filter);
    return () => onBeforeRedirect.removeListener(listener);
  });
  return {
    net: () => failed.soon(),
    ledTo: () => led.soon(),
    stop() {
      failed.stop();
      led.stop();
    },
  };
}

interface FirstEvent {
  /** Undefined when there was none, and none comes within a moment. */
  soon(): Promise<string | undefined>;
  stop(): void;
}

/** The first of the events that `listen` hears, until it is stopped; it gives the way to stop it. */
function firstOf(listen: (resolve: (value: string) => void) => () => void): FirstEvent {
  let stop = (): void => undefined;
  const seen = new Promise<string>((resolve) => {
    stop = listen(resolve);
  });
  return { soon: () => Promise.race([seen, pause(300, undefined)]), stop: () => stop() };
}
