export interface ChallengeArguments {
  origin: string;
  /** Absolute path at the origin. */
  challengePath: string;
  siteId: string;
  /** The address of the page, as its own script tells it. */
  location: string;
}

/**
 * Injected into the very document that was looked at. Self-contained: only its source travels. Asks
 * as the page's own script does, with its cookies.
 * @returns what the server answered, whole; undefined when it did not, or not as it should: within 8
 * seconds, without sending us elsewhere, in at most 4 KB of UTF-8
 */
export async function fetchChallenge(args: ChallengeArguments): Promise<string | undefined> {
  if (self.origin !== args.origin || location.ancestorOrigins.length > 0) return undefined;
  try {
    const response = await fetch(`${args.origin}${args.challengePath}`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      body: new URLSearchParams({ siteId: args.siteId, location: args.location }),
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(8000),
    });
    const reader = response.ok ? response.body?.getReader() : undefined;
    if (!reader) return undefined;
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let text = '';
    let octets = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      octets += part.value.length;
      if (octets > 4096) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return undefined;
  }
}
