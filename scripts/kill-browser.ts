/** Ends a browser as a power cut would. */
import type { BrowserContext } from 'playwright-core';
import { browserSession, until } from './worker.ts';

/** Gone, all of it, when the promise resolves: its helpers write until they see that they are alone. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await browserSession(context);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser')?.id;
  if (browser === undefined) throw new Error('The browser has no process.');
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(browser, 'SIGKILL');
  await closed;
  for (const { id } of processInfo) await until('All of it is gone', () => isGone(id) || undefined);
}

function isGone(id: number): boolean {
  try {
    return !process.kill(id, 0);
  } catch {
    return true;
  }
}
