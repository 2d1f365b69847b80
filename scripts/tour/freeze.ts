/** Holds the service worker at one step from outside, as if its processor had stopped there. */
import type { Launched } from '../chromium.ts';
import { stopServiceWorker, until } from '../worker.ts';

/**
 * Makes the next RSA signature of the worker never end. Resolves to a function that waits until
 * the worker is inside it and then kills the worker.
 */
export async function freezeAtSignature(browser: Launched): Promise<() => Promise<void>> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    SubtleCrypto.prototype.sign = () => {
      Object.assign(globalThis, { frozen: true });
      return new Promise(() => undefined);
    };
  });
  return async () => {
    await until('The worker signs', async () =>
      (await worker.evaluate(() => 'frozen' in globalThis)) ? true : undefined,
    );
    await stopServiceWorker(browser.context, browser.extensionId);
  };
}
