/**
 * Holds the service worker at one step, from outside, as if its processor had stopped there: a
 * platform call is wrapped so that it never ends.
 */
import type { Launched } from '../../scripts/chromium.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';

export const steps = {
  'before its window is opened': () => {
    chrome.windows.create = hold;
    function hold(): Promise<never> {
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    }
  },
  'after its window was opened': () => {
    const create = chrome.windows.create.bind(chrome.windows) as (options?: object) => unknown;
    chrome.windows.create = async (options?: object) => {
      await create(options);
      Object.assign(globalThis, { held: true });
      return new Promise<never>(() => undefined);
    };
  },
  'between approval and signature': () => {
    chrome.tabs.sendMessage = () => {
      Object.assign(globalThis, { held: true });
      return new Promise<never>(() => undefined);
    };
  },
  'in the signature': () => {
    SubtleCrypto.prototype.sign = () => {
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'between signature and kept answer': () => {
    const set = chrome.storage.session.set.bind(chrome.storage.session);
    chrome.storage.session.set = (items: object) => {
      if (!Object.keys(items).some((key) => key.startsWith('answer:'))) return set(items);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'between kept answer and audit entry': () => {
    const request = LockManager.prototype.request as (...args: unknown[]) => Promise<unknown>;
    LockManager.prototype.request = function (this: LockManager, ...args: unknown[]) {
      if (args[0] !== 'audit') return request.apply(this, args);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'between audit entry and answer to the page': () => {
    const remove = chrome.storage.session.remove.bind(chrome.storage.session);
    chrome.storage.session.remove = (keys: string | string[]) => {
      if (!String(keys).startsWith('request:')) return remove(keys);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
  'while it puts the files into a form': () => {
    const executeScript = chrome.scripting.executeScript.bind(chrome.scripting);
    chrome.scripting.executeScript = async (injection: { target: object }) => {
      const results = await executeScript(injection as Parameters<typeof executeScript>[0]);
      if (!('documentIds' in injection.target)) return results;
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
  },
} satisfies Record<string, () => void>;

export type Step = keyof typeof steps;

/** Prepares the running worker; the result waits until it is at the step and then kills it. */
export async function holdAt(browser: Launched, step: Step): Promise<() => Promise<void>> {
  const worker = await browser.worker();
  await worker.evaluate(steps[step]);
  return async () => {
    await until(`The worker is held ${step}`, async () =>
      (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
    );
    await stopServiceWorker(browser.context, browser.extensionId);
  };
}
