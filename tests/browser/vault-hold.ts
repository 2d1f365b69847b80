/**
 * Holds the service worker in the middle of writing to the vault, from outside: a platform function
 * is wrapped so that it never ends, as if the processor had stopped there.
 */
import type { Launched } from '../../scripts/chromium.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';

const wrappings = {
  'while the password is stretched': () => {
    const instantiate = () => {
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
    Object.assign(WebAssembly, { instantiate });
  },
  'while a secret is enciphered': () => {
    SubtleCrypto.prototype.encrypt = () => {
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'before anything is written': () => {
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (...args: unknown[]) => Promise<unknown>;
    locks.request = async (...args: unknown[]) => {
      if (args[0] !== 'audit') return request(...args);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'between two writes of one transaction': () => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest;
    // What is put is put, and the transaction is kept busy for ever.
    IDBObjectStore.prototype.put = function (
      this: IDBObjectStore,
      ...args: [unknown, IDBValidKey?]
    ) {
      const keepBusy = () => {
        Object.assign(globalThis, { held: this.name === 'credentials' || undefined });
        this.count().addEventListener('success', keepBusy);
      };
      if (this.name === 'credentials') keepBusy();
      return put.apply(this, args);
    };
  },
  'once it is written': () => {
    const set = chrome.storage.session.set.bind(chrome.storage.session);
    chrome.storage.session.set = (items: object) => {
      if (!('unlocked' in items)) return set(items);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'before the popup learns of it': () => {
    chrome.storage.local.set = () => {
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
} satisfies Record<string, () => void>;

export type Step = keyof typeof wrappings;

/** Prepares the running worker; what it gives waits until it is at the step, and kills it there. */
export async function holdAt(browser: Launched, step: Step): Promise<() => Promise<void>> {
  const worker = await browser.worker();
  await worker.evaluate(wrappings[step]);
  return async () => {
    await until(`The worker is held ${step}`, async () =>
      (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
    );
    await stopServiceWorker(browser.context, browser.extensionId);
  };
}
