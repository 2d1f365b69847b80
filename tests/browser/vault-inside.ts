/**
 * What rests behind the screens: IndexedDB as somebody with the disk would read and change it, and
 * `storage.session` as the service worker sees it.
 */
import type { Launched } from '../../scripts/chromium.ts';
import { quietPage } from '../../scripts/quiet-page.ts';
import { tellWorker } from '../../scripts/tell-worker.ts';
import { until } from '../../scripts/worker.ts';
import type { AuditEntry, AuditSeal } from '../../src/vault/audit-chain.ts';
import type { CredentialRecord, VaultHeader } from '../../src/vault/format.ts';

/**
 * Runs a self-contained function on the database of the extension. `args` travel as JSON.
 */
export async function inDatabase<Result, Args extends unknown[]>(
  browser: Pick<Launched, 'context' | 'extensionId'>,
  act: (db: IDBDatabase, ...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const page = await quietPage(browser);
  return await page.evaluate(
    `(async () => {
      const db = await (${openDatabase.toString()})();
      try {
        return await (${act.toString()})(db, ...${JSON.stringify(args)});
      } finally {
        db.close();
      }
    })()`,
  );
}

/** Without a version: what is there is opened as it is. */
function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('firma-lista');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
}

export type Stored = Record<
  'header' | 'credentials' | 'audit' | 'seal' | 'intents' | 'acuses',
  number
>;

export const nothingStored: Stored = {
  header: 0,
  credentials: 0,
  audit: 0,
  seal: 0,
  intents: 0,
  acuses: 0,
};

/** How many entries every store has. */
export async function stored(browser: Launched): Promise<Stored> {
  const counts = await inDatabase(browser, async (db) => {
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names);
    return Promise.all(
      names.map(
        (name) =>
          new Promise<[string, number]>((resolve, reject) => {
            const counting = transaction.objectStore(name).count();
            counting.onsuccess = () => resolve([name, counting.result]);
            counting.onerror = () => reject(counting.error ?? new Error(name));
          }),
      ),
    );
  });
  return Object.fromEntries(counts) as Stored;
}

/** The id of the record that is kept under an RFC. */
export async function recordIdOf(browser: Launched, rfc: string): Promise<string> {
  return await inDatabase(
    browser,
    (db, wanted) =>
      new Promise<string>((resolve, reject) => {
        const finding = db.transaction('credentials').objectStore('credentials').index('rfc');
        const key = finding.getKey(wanted);
        key.onsuccess = () => resolve(key.result as string);
        key.onerror = () => reject(key.error ?? new Error(wanted));
      }),
    rfc,
  );
}

/** What is in `storage.session`, the memory of the browser. */
export async function inMemory({ worker }: Launched): Promise<Record<string, unknown>> {
  const running = await worker();
  const all = await running.evaluate(() => chrome.storage.session.get(null));
  // A mark of each run of the browser, not of anything that was done in it.
  delete all['pausesRestored'];
  return all;
}

/** What the browser tells the service worker of something that happens outside. */
export async function happens(
  { worker }: Launched,
  event: 'nobody is there' | 'the screen is locked' | 'the alarm rings',
): Promise<void> {
  const running = await worker();
  await running.evaluate(async (what) => {
    const dispatch = (target: object, ...args: unknown[]) =>
      (target as { dispatch: (...args: unknown[]) => void }).dispatch(...args);
    if (what === 'the alarm rings') {
      for (const alarm of await chrome.alarms.getAll()) dispatch(chrome.alarms.onAlarm, alarm);
    } else {
      dispatch(chrome.idle.onStateChanged, what === 'nobody is there' ? 'idle' : 'locked');
    }
  }, event);
}

/** Locks as the lock of the screen does, and waits until nothing is open. */
export async function lockNow(browser: Launched): Promise<void> {
  await happens(browser, 'the screen is locked');
  await until('It is locked', async () =>
    'unlocked' in (await inMemory(browser)) ? undefined : true,
  );
}

/** Takes every e.firma away, with no screen. */
export async function removeKept(browser: Launched, password: string): Promise<void> {
  for (const { id } of await tellWorker(browser, 'listCredentials')) {
    await tellWorker(browser, 'removeCredential', { id, password });
  }
}

/** What every store holds. */
interface Kept {
  header: VaultHeader;
  credentials: CredentialRecord;
  audit: AuditEntry;
  seal: AuditSeal;
}

/**
 * Changes a store behind the extension's back: `change`, self-contained, gets all its values in the
 * order of their keys, and what it leaves in the list is written. `args` travel as JSON.
 */
export async function rewrite<Name extends keyof Kept, Args extends unknown[]>(
  browser: Launched,
  name: Name,
  change: (values: Kept[Name][], ...args: Args) => void,
  ...args: Args
): Promise<void> {
  const page = await quietPage(browser);
  await page.evaluate(`(async () => {
    const db = await (${openDatabase.toString()})();
    const [keys, values] = await (${readAll.toString()})(db, '${name}');
    globalThis.originals = { '${name}': [keys, structuredClone(values)], ...globalThis.originals };
    (${change.toString()})(values, ...${JSON.stringify(args)});
    await (${writeAll.toString()})(db, '${name}', keys, values);
    db.close();
  })()`);
}

/** Everything that was rewritten is again as it was. */
export async function restore(browser: Launched): Promise<void> {
  const page = await quietPage(browser);
  await page.evaluate(`(async () => {
    const db = await (${openDatabase.toString()})();
    for (const [name, [keys, values]] of Object.entries(globalThis.originals ?? {})) {
      await (${writeAll.toString()})(db, name, keys, values);
    }
    globalThis.originals = {};
    db.close();
  })()`);
}

/** Runs in the page. */
async function readAll(db: IDBDatabase, name: string): Promise<[IDBValidKey[], unknown[]]> {
  const store = db.transaction(name).objectStore(name);
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error(name));
    });
  return await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
}

/** Runs in the page. `keys` are those of stores whose values do not carry their own. */
async function writeAll(
  db: IDBDatabase,
  name: string,
  keys: IDBValidKey[],
  values: unknown[],
): Promise<void> {
  const store = db.transaction(name, 'readwrite', { durability: 'strict' }).objectStore(name);
  store.clear();
  values.forEach((value, index) => {
    if (store.keyPath === null) store.put(value, keys[index]);
    else store.put(value);
  });
  await new Promise<void>((resolve, reject) => {
    store.transaction.oncomplete = () => resolve();
    store.transaction.onabort = () => reject(store.transaction.error ?? new Error(name));
  });
}
