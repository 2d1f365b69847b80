import type { Bytes, RevocationGap } from '../../certificate/index.ts';

export interface Exchange {
  url: string;
  /** Sent with POST; without it, GET. */
  question?: { type: string; body: Bytes };
  /** Octets: more than these are not read. */
  most: number;
  /** Milliseconds for all of it, the last octet included. */
  patience: number;
  signal?: AbortSignal;
}

export type ExchangeGap = Extract<
  RevocationGap,
  'unreachable' | 'timeout' | 'redirected' | 'http_status' | 'too_large'
>;

/**
 * One request to a service that is not trusted: no cookies, no referrer, no cache, no redirects, a
 * bounded answer in bounded time. Out: what came, or why nothing did. Never throws.
 */
export async function exchange({
  url,
  question,
  most,
  patience,
  signal: theirs,
}: Exchange): Promise<Bytes | ExchangeGap> {
  const limit = AbortSignal.timeout(patience);
  const signal = theirs ? AbortSignal.any([limit, theirs]) : limit;
  try {
    const response = await fetch(url, {
      ...(question && {
        method: 'POST',
        headers: { 'content-type': question.type },
        body: question.body,
      }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const gap = gapOf(response);
    if (gap) await response.body?.cancel();
    return gap ?? (await readAtMost(response, most));
  } catch {
    return signal.aborted ? 'timeout' : 'unreachable';
  }
}

/** A redirect that is not followed has no status to be seen, except outside of a browser. */
function gapOf({ type, status }: Response): ExchangeGap | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirected';
  return status === 200 ? undefined : 'http_status';
}

async function readAtMost({ body }: Response, most: number): Promise<Bytes | 'too_large'> {
  const chunks: Bytes[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    length += next.value.length;
    if (length > most) {
      await reader?.cancel();
      return 'too_large';
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
