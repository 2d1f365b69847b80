/** Somebody changed what rests on the disk, behind the extension's back. */
import type { Page } from 'playwright-core';
import { openApp } from '../../person.ts';
import type { Stage } from '../../stage.ts';
import type { Act, Scene } from '../scene.ts';

/** Runs in a page of the extension: spoils the newest entry, or takes it out; says how to undo it. */
async function spoil(store: 'audit' | 'credentials', spoiled: object | null): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('firma-lista');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  const act = (work: (entries: IDBObjectStore) => IDBRequest) =>
    new Promise<unknown>((resolve, reject) => {
      const request = work(db.transaction(store, 'readwrite').objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not written'));
    });
  const newest = ((await act((entries) => entries.getAll())) as Record<string, unknown>[]).at(-1);
  const key = newest?.[store === 'audit' ? 'sequence' : 'id'] as IDBValidKey;
  if (spoiled) await act((entries) => entries.put({ ...newest, ...spoiled }));
  else await act((entries) => entries.delete(key));
  Object.assign(globalThis, { undo: () => act((entries) => entries.put(newest)) });
}

const spoilers = new WeakMap<Stage, Page>();

const spoiledScene = (
  scene: Pick<Scene, 'name'> & { store: 'audit' | 'credentials'; spoiled: string },
  look: (stage: Stage) => Promise<Page>,
): Scene => ({
  name: scene.name,
  of: 'app',
  async show(stage) {
    const page = await openApp(stage.browser, 'ajustes');
    spoilers.set(stage, page);
    await page.evaluate(`(${spoil.toString()})('${scene.store}', ${scene.spoiled})`);
    return await look(stage);
  },
  async after(stage) {
    const page = spoilers.get(stage);
    await page?.evaluate('undo()');
    await page?.close();
  },
});

async function history({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'historial');
  await app.locator('[data-field=integrity]').waitFor();
  return app;
}

async function certificates({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'certificados');
  await app.locator('[data-field=credentials]').waitFor();
  return app;
}

const change = "{ rfc: 'XAXX010101000' }";
const damage = '{ certificate: new Uint8Array(9) }';

export const meddled: Act = {
  name: 'somebody meddled with the disk',
  prepare: async () => undefined,
  scenes: [
    spoiledScene({ name: 'history-changed', store: 'audit', spoiled: change }, history),
    spoiledScene({ name: 'history-cut', store: 'audit', spoiled: 'null' }, history),
    spoiledScene(
      { name: 'certificates-damaged', store: 'credentials', spoiled: damage },
      certificates,
    ),
  ],
};
