import { bytesOf, hostOf, isReadable, type Cookie } from '../evidence/portal-cookies.ts';
import type { PreviewItem } from '../messages.ts';

/** One item for each name at each host, with how many there are and their bytes; no values. */
export function previewCookies(cookies: readonly Cookie[]): PreviewItem[] {
  const items = new Map<string, PreviewItem>();
  for (const cookie of cookies) {
    const { name } = cookie;
    const host = hostOf(cookie);
    const { count = 0, bytes = 0, isFinal } = items.get(`${host} ${name}`) ?? {};
    items.set(`${host} ${name}`, {
      kind: 'cookie',
      name,
      host,
      count: count + 1,
      bytes: bytes + bytesOf(cookie),
      ...((isFinal || !isReadable(cookie)) && { isFinal: true }),
    });
  }
  return [...items.values()];
}

/** `name (host)`, each once. */
export function namesOf(cookies: readonly Cookie[]): string[] {
  return [...new Set(cookies.map((cookie) => `${cookie.name} (${hostOf(cookie)})`))];
}
