/** What modules of the extension find in a browser, as far as Node has to have it for their tests. */
import { vi } from 'vitest';
import { turns } from '../src/background/turns.ts';

export interface Storage {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** A storage that keeps JSON, as the browser's does. */
export function memoryStorage(): Storage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (keys) =>
      Object.fromEntries(
        [...kept]
          .filter(([name]) => keys === null || [keys].flat().includes(name))
          .map(([name, json]): [string, unknown] => [name, JSON.parse(json)]),
      ),
    set: async (items) => {
      for (const [name, value] of Object.entries(items)) kept.set(name, JSON.stringify(value));
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
  };
}

/**
 * Loads a module anew, with `session` as the storage of the browser's session and with locks of its
 * own; `api` is what else of the extension API it uses, `local` what rests on the disk.
 */
export async function loadWith<Module>(
  load: () => Promise<Module>,
  session: Storage,
  api: object = {},
  local: Storage = memoryStorage(),
): Promise<Module> {
  const locks = new Map<string, ReturnType<typeof turns>>();
  const request = async (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const inTurn = locks.get(name) ?? turns();
    locks.set(name, inTurn);
    return await inTurn(work);
  };
  vi.resetModules();
  vi.doMock('../src/browser.ts', () => ({ browser: { ...api, storage: { local, session } } }));
  vi.stubGlobal('navigator', { locks: { request } });
  vi.stubGlobal('chrome', api);
  return await load();
}

/** The browser is gone, and what was loaded with it. */
export function unload(): void {
  vi.doUnmock('../src/browser.ts');
  vi.resetModules();
  vi.unstubAllGlobals();
}
