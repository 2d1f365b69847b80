/** One polite request to a host, to see whether it answers. */
import type { ProbeFacts } from '../diagnosis/index.ts';
import { sessionCollection } from '../storage.ts';
import { pause } from './pause.ts';

interface Probed {
  facts: ProbeFacts;
  /** Milliseconds since the epoch, by this computer. */
  at: number;
}

const patience = 1_600;
const oncePer = 10_000;

const probed = sessionCollection<Probed>('probe');

/**
 * GET of the first page of an origin, without cookies, never of a sign-in address; at most once in
 * ten seconds a host, in between the last result is given. `fetch` says only that it failed: which
 * net error it was, the browser tells those who watch requests.
 */
export async function probe(origin: string): Promise<ProbeFacts> {
  const { host } = new URL(origin);
  return await navigator.locks.request(`probe:${host}`, async () => {
    const last = await probed.get(host);
    const now = Date.now();
    if (last && now >= last.at && now - last.at < oncePer) return last.facts;
    const facts = await ask(`${origin}/`, host);
    await probed.set(host, { facts, at: now });
    return facts;
  });
}

async function ask(url: string, host: string): Promise<ProbeFacts> {
  const start = performance.now();
  const { net, stop } = watchOwnErrors(url);
  const took = (): number => Math.round(performance.now() - start);
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const milliseconds = took();
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      host,
      milliseconds,
      // The status of a redirect that is not followed is hidden: it answered, that is enough.
      ...(response.type !== 'opaqueredirect' && { http: response.status }),
      ...(!Number.isNaN(date) && { clockOffset: Math.round(date + milliseconds / 2 - Date.now()) }),
    };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { host, milliseconds: took(), net: isLate ? 'TIMED_OUT' : await net() };
  } finally {
    stop();
  }
}

/** The net error of our own request to `url`; its event may come a moment after `fetch` failed. */
function watchOwnErrors(url: string): { net: () => Promise<string>; stop: () => void } {
  let stop = (): void => undefined;
  const seen = new Promise<string>((resolve) => {
    const listener = ({ tabId, error }: { tabId: number; error: string }): void => {
      if (tabId === -1) resolve(error.replace(/^net::(?:ERR_)?/, ''));
    };
    chrome.webRequest.onErrorOccurred.addListener(listener, { urls: [`${url}*`] });
    stop = () => chrome.webRequest.onErrorOccurred.removeListener(listener);
  });
  return {
    net: () => Promise.race([seen, pause(300, 'FAILED')]),
    stop: () => stop(),
  };
}
