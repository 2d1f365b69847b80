/** Stops and starts the service worker of an extension, as the browser itself does at any moment. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';

const patience = 10_000;

function workersOf(context: BrowserContext, extensionId: string): Worker[] {
  return context
    .serviceWorkers()
    .filter((worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`));
}

async function targetsOf(session: CDPSession, extensionId: string): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type }) => type === 'service_worker')
    .filter(({ url }) => url.startsWith(`chrome-extension://${extensionId}/`))
    .map(({ targetId }) => targetId);
}

/** The worker that answers now, or undefined. The context may list one that was stopped. */
async function liveWorker(
  context: BrowserContext,
  session: CDPSession,
  extensionId: string,
): Promise<Worker | undefined> {
  if ((await targetsOf(session, extensionId)).length === 0) return undefined;
  for (const worker of workersOf(context, extensionId).toReversed()) {
    const answers = await Promise.race([
      worker.evaluate(() => true).catch(() => false),
      pause(1_000, false),
    ]);
    if (answers) return worker;
  }
  return undefined;
}

export async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The context has no browser: was it closed?');
  return browser.newBrowserCDPSession();
}

/** Waits until `condition` gives something, or throws saying what was missing. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined> | T | undefined,
  timeout = patience,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout} ms`);
    await pause(20);
  }
}

/**
 * Stops the service worker that runs now and waits until it is really gone. Its memory is lost,
 * `storage.session` stays. Nothing happens if it sleeps.
 */
export async function stopServiceWorker(
  context: BrowserContext,
  extensionId: string,
): Promise<void> {
  const session = await browserSession(context);
  try {
    const doomed = await liveWorker(context, session, extensionId);
    if (!doomed) return;
    await doomed.evaluate(() => Object.assign(globalThis, { doomed: true }));
    for (const targetId of await targetsOf(session, extensionId)) {
      await session.send('Target.closeTarget', { targetId });
    }
    // Whoever waits for its answer may have started the next one already, under the same target.
    await until('The service worker stops', async () => {
      const worker = await liveWorker(context, session, extensionId);
      const isDoomed = await worker?.evaluate(() => 'doomed' in globalThis).catch(() => true);
      return isDoomed ? undefined : true;
    });
  } finally {
    await session.detach();
  }
}

/** Asks the browser to start it; a first start comes by itself and may be under way. */
async function wake(context: BrowserContext, extensionId: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  try {
    await session.send('ServiceWorker.enable');
    const scopeURL = `chrome-extension://${extensionId}/`;
    await session.send('ServiceWorker.startWorker', { scopeURL }).catch(() => undefined);
  } finally {
    await session.detach();
  }
}

/** The running service worker; a stopped one is started. */
export async function startServiceWorker(
  context: BrowserContext,
  extensionId: string,
): Promise<Worker> {
  const session = await browserSession(context);
  try {
    const running = await liveWorker(context, session, extensionId);
    if (running) return running;
    await wake(context, extensionId);
    return await until('The service worker starts', () =>
      liveWorker(context, session, extensionId),
    );
  } finally {
    await session.detach();
  }
}
