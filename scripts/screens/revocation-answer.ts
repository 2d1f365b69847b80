/** What the SAT is taken to have answered a moment ago, where nobody can be asked. */
import { createHash } from 'node:crypto';
import type { Stage } from '../stage.ts';

interface Told {
  status: 'good' | 'revoked';
  revokedAt?: string;
}

/** That it was revoked, two days ago. */
export function revokedLately(): Told {
  return { status: 'revoked', revokedAt: new Date(Date.now() - 2 * 86_400_000).toISOString() };
}

/** Puts the answer where the service worker keeps those that came, and lets it take them. */
export async function keepAnswer({ browser }: Stage, der: Uint8Array, told: Told): Promise<void> {
  const worker = await browser.worker();
  const key = `revocation:${createHash('sha256').update(der).digest('hex')}`;
  await worker.evaluate(
    async ([name, told]) => {
      chrome.permissions.contains = () => Promise.resolve(true);
      const keptAt = Date.now();
      const thisUpdate = new Date(keptAt).toISOString();
      await chrome.storage.session.set({ [name]: { answer: { ...told, thisUpdate }, keptAt } });
    },
    [key, told] as const,
  );
}
