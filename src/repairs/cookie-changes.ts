/** The one place that writes and removes cookies, one by one. */
import { hostOf, isReadable, type Cookie } from '../evidence/portal-cookies.ts';

/** Seconds since the epoch; a cookie of then is gone at once. */
const longAgo = 1;

/**
 * Removes exactly these. `cookies.remove` goes by name and address: it would also take a namesake
 * of the whole site, or of another path. So each is replaced by itself, expired.
 */
export async function removeCookies(cookies: readonly Cookie[]): Promise<void> {
  for (const cookie of cookies) {
    await chrome.cookies.set({ ...detailsOf(cookie), expirationDate: longAgo });
  }
}

/** Puts back every one that is still good and whose value is known, in the order of reading. */
export async function restoreCookies(cookies: readonly Cookie[]): Promise<void> {
  const now = Date.now() / 1000;
  for (const cookie of cookies) {
    const { expirationDate } = cookie;
    const isExpired = expirationDate !== undefined && expirationDate <= now;
    if (isExpired || !isReadable(cookie)) continue;
    await chrome.cookies.set({
      ...detailsOf(cookie),
      ...(expirationDate !== undefined && { expirationDate }),
    });
  }
}

/** All but until when. One without a name needs its value even to go. */
function detailsOf(cookie: Cookie): chrome.cookies.SetDetails {
  const { name, value, path, secure, httpOnly, sameSite, storeId, partitionKey, hostOnly } = cookie;
  return {
    // Over https one can write those that travel in clear too.
    url: `https://${hostOf(cookie)}${path}`,
    name,
    value,
    path,
    secure,
    httpOnly,
    sameSite,
    storeId,
    ...(!hostOnly && { domain: cookie.domain }),
    ...(partitionKey && { partitionKey }),
  };
}
