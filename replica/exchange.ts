import type { IncomingHttpHeaders } from 'node:http';

/** One request, as the portals see it. `host` has neither port nor trailing dot. */
export interface Exchange {
  host: string;
  path: string;
  query: URLSearchParams;
  method: string;
  headers: IncomingHttpHeaders;
  /** Came over TLS. */
  secure: boolean;
  /** The body, or undefined when it is longer than `limit` bytes (it is read and dropped). */
  body(limit: number): Promise<Buffer | undefined>;
}

export interface Reply {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  /** The connection is closed after half of the body, or before the first byte. */
  cut?: 'half' | 'nothing';
}

/** What one portal answers at one place. */
export interface Route {
  /** `*`: at every host of the replica. */
  host: string;
  method: 'GET' | 'POST';
  path: string;
  handle(exchange: Exchange): Reply | Promise<Reply>;
}

const jsonLimit = 64 * 1024;
const formLimit = 256 * 1024;

export function jsonReply(status: number, value: unknown): Reply {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

/** The members of a JSON object sent by a page; none of them is judged yet. */
export async function readJson(exchange: Exchange): Promise<Record<string, unknown>> {
  const body = await exchange.body(jsonLimit);
  try {
    const value: unknown = JSON.parse(body?.toString('utf8') ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The fields of an urlencoded form, as they came. */
export async function readForm(exchange: Exchange): Promise<URLSearchParams> {
  return new URLSearchParams((await exchange.body(formLimit))?.toString('utf8'));
}

/** A page of the same host, by GET. */
export function redirectTo(location: string, headers?: Record<string, string>): Reply {
  return { status: 302, type: 'text/plain', body: '', headers: { ...headers, location } };
}
