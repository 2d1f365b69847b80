/** What portals give back after something was signed: kept once, shown for good, and removed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { closePage } from '../../scripts/close-page.ts';
import { openNotice, signNotice } from '../../scripts/notice.ts';
import { openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import type { Acuse, CredentialCard } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';
import { tabIdOf, tellWorker } from './page-api.ts';
import { tell } from './tell.ts';
import { inDatabase, stored } from './vault-inside.ts';
import { frameAt } from './widget.ts';

let folder: string;
let stage: Stage;
let browser: Launched;
let person: Credential;
/** As the widget said it to the page. */
let answer: Record<string, unknown>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firma-lista-acuses-'));
  stage = await setStage({ headless: true, profile: folder });
  ({ browser } = stage);
  person = stage.pki.credentials.enie;
  await chooseSafety(browser);
  await keepFiles(browser, person);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function acuses(): Promise<Acuse[]> {
  const app = await openApp(browser, 'ajustes');
  const { res } = await tellWorker(app, 'listAcuses', undefined);
  await app.close();
  return res as Acuse[];
}

async function openHistory(): Promise<Page> {
  const app = await openApp(browser, 'historial');
  await app.locator('[data-field=acuse]').first().waitFor();
  return app;
}

/** The widget says something to a page that is there to sign. */
async function widgetSays(said: Record<string, unknown>): Promise<void> {
  const page = await browser.context.newPage();
  await openNotice(page, { rfc: person.rfc });
  const widget = await frameAt(page);
  await widget.evaluate((text) => window.parent.postMessage(text, '*'), JSON.stringify(said));
  await page.locator('#msgModalFirmaError, #resultado').filter({ hasText: /\S/ }).waitFor();
  await closePage(page);
}

test('a signature leaves its acuse in Historial', async () => {
  const page = await browser.context.newPage();
  await openNotice(page, { rfc: person.rfc });
  await page.evaluate(() =>
    window.addEventListener('message', ({ data }) =>
      Object.assign(window, { heard: data as unknown }),
    ),
  );
  await signNotice(browser, page, person.password);
  answer = JSON.parse(await page.evaluate<string>('heard')) as typeof answer;
  await closePage(page);
  const signed = stage.replica.log.findLast(({ kind }) => kind === 'signed');
  const { folio, cadena } = signed as unknown as { folio: string; cadena: string };

  const app = await openHistory();
  const acuse = app.locator('[data-field=acuse]');
  expect(await acuse.locator('[data-field=folio]').innerText()).toBe(folio);
  expect(await acuse.innerText()).toContain(say('portal_buzon_tramites_name'));
  expect(await acuse.innerText()).toContain('buzon.imss.gob.mx');
  expect(await acuse.innerText()).toContain(answer['serie_cert']);
  const link = acuse.getByRole('link');
  expect(await link.getAttribute('href')).toBe(answer['acuse']);
  expect(await link.getAttribute('rel')).toBe('noreferrer');
  await acuse.getByText(say('ask_acuses_cadena')).click();
  expect(await acuse.locator('[data-field=cadena-literal]').textContent()).toBe(cadena);
  expect(await acuse.locator('tbody th').allTextContents()).toContain('VERSIÓN DEL ACUSE');
  await app.close();
});

test('the same folio again, even with another text, changes nothing', async () => {
  const [before] = await acuses();
  await widgetSays(answer);
  await widgetSays({ ...answer, cadori: '||ACTO|Otro||', acuse: 'https://www.imss.gob.mx/otro' });
  expect(await acuses()).toEqual([before]);
});

test('an answer without a cadena gets the one that was asked for', async () => {
  const page = await browser.context.newPage();
  await openNotice(page, { cadena: '||ACTO|Peña||' });
  const widget = await frameAt(page);
  const said = JSON.stringify({ resultado: 0, texto: 'EXITO', folio: 'sin-cadena' });
  await widget.evaluate((text) => window.parent.postMessage(text, '*'), said);
  await expect
    .poll(async () => (await acuses()).find(({ folio }) => folio === 'sin-cadena')?.cadena)
    .toBe('||ACTO|Peña||');
  await closePage(page);
});

test('what is no address of the IMSS is no link, and without a folio nothing is kept', async () => {
  const kept = await acuses();
  const { folio: _folio, firmas: _firmas, ...rest } = answer;
  await widgetSays({ ...rest, acuse: 'https://evil.test/' });
  expect(await acuses()).toHaveLength(kept.length);
  await widgetSays({ ...answer, firmas: [], folio: 'sin-liga', acuse: 'javascript:alert(1)' });
  const last = (await acuses()).find(({ folio }) => folio === 'sin-liga');
  expect(last).toBeDefined();
  expect(last).not.toHaveProperty('link');
});

/** The form is filled for the person, and the widget gives this folio back. */
async function signOne(...folios: string[]): Promise<void> {
  const page = await browser.context.newPage();
  await openNotice(page, { rfc: person.rfc });
  const widget = await frameAt(page);
  const app = await openApp(browser, 'ajustes');
  const cards = await tell(app, 'listCredentials');
  const plan = await tell(app, 'planFill', { tabId: await tabIdOf(browser, page) });
  const credentialId = cards[0]?.id ?? '';
  await tell(app, 'fill', { plan, credentialId, password: person.password });
  await app.close();
  for (const folio of folios) {
    const said = JSON.stringify({ ...answer, firmas: [], folio });
    await widget.evaluate((text) => window.parent.postMessage(text, '*'), said);
    await expect
      .poll(async () => (await acuses()).some((acuse) => acuse.folio === folio))
      .toBe(true);
  }
  await closePage(page);
}

test('only the first after an approval counts as one that followed it', async () => {
  await widgetSays({ ...answer, firmas: [], folio: 'adelantado', cadori: '||ACTO|Forjado||' });
  await signOne('adelantado', 'detrás');
  await widgetSays({ ...answer, firmas: [], folio: 'de otra página' });
  const kept = await acuses();
  const of = (name: string) => kept.find(({ folio }) => folio === name);
  expect(of('adelantado')).toMatchObject({ approved: true, cadena: answer['cadori'] });
  for (const name of ['detrás', 'de otra página', 'sin-liga']) {
    expect(of(name)).toBeDefined();
    expect(of(name)).not.toHaveProperty('approved');
  }
  const app = await openHistory();
  const basis = (name: string) =>
    app
      .locator('[data-field=acuse]')
      .filter({ hasText: name })
      .locator('[data-field=acuse-basis]')
      .innerText();
  expect(await basis('adelantado')).toBe(say('ask_acuses_approved'));
  expect(await basis('detrás')).toBe(say('ask_acuses_told'));
  await app.close();
  const page = await openApp(browser, 'ajustes');
  for (const name of ['adelantado', 'detrás', 'de otra página']) {
    await tell(page, 'removeAcuse', { id: of(name)?.id ?? '' });
  }
  await closePage(page);
});

test('they are still there when the browser was closed', async () => {
  const before = await acuses();
  expect(before).toHaveLength(3);
  await browser.close();
  browser = await launchChromium({
    dist,
    headless: true,
    profile: folder,
    resolverRules: stage.replica.resolverRules,
    spkiHash: stage.tls.spkiHash,
  });
  expect(await acuses()).toEqual(before);
});

test('one is removed by keyboard, after a question', async () => {
  const before = await acuses();
  const app = await openHistory();
  await app.bringToFront();
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=remove-acuse]');
  await screen.press('Enter');
  await app.locator('dialog[open]').waitFor();
  await screen.press('Escape');
  await waitForFocus(screen, '[data-action=remove-acuse]');
  expect(await acuses()).toEqual(before);
  await app.bringToFront();
  await screen.press('Enter');
  await tabTo(screen, 'dialog .primary');
  await screen.press('Enter');
  await app.locator('.acuses-told').getByText(say('ask_acuses_removed')).waitFor();
  expect(await app.locator('[data-field=acuse]').count()).toBe(before.length - 1);
  await app.close();
  expect(await acuses()).toEqual(before.slice(1));
});

test('rows that somebody damaged do not take the others with them', async () => {
  const before = await acuses();
  await inDatabase(browser, async (db) => {
    const store = db.transaction('acuses', 'readwrite').objectStore('acuses');
    const origin = 'https://buzon.imss.gob.mx';
    store.put({ id: 1 });
    store.put({ id: 'a', at: 'ayer', origin });
    store.put({ id: 'b', at: '2020-01-01T00:00:00Z', origin, portal: null, link: 'javascript:1' });
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
  });
  const app = await openHistory();
  expect(await app.locator('[data-field=acuse]').count()).toBe(before.length + 1);
  await app.locator('[data-field=audit-entry]').first().waitFor();
  expect(await app.locator('[data-field=acuse] a[href^=javascript]').count()).toBe(0);
  await app.close();
});

/** So many rows of Buzón, a minute apart, the last one at a time; instead of what was there. */
async function fillWith(many: number, last: Date, more: object = {}): Promise<void> {
  await inDatabase(
    browser,
    async (db, { many, last, more }) => {
      const store = db.transaction('acuses', 'readwrite').objectStore('acuses');
      store.clear();
      const row = { portal: 'buzon-tramites', origin: 'https://buzon.imss.gob.mx', folio: 'viejo' };
      for (let index = 0; index < many; index++) {
        const at = new Date(last - (many - 1 - index) * 60_000).toISOString();
        store.put({ ...row, ...more, id: String(index), at });
      }
      await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    },
    { many, last: last.getTime(), more },
  );
}

const longAgo = new Date(Date.UTC(2020, 0, 1));

test('of more than two hundred that one origin merely told, its oldest goes, and nothing else', async () => {
  await fillWith(200, longAgo);
  await inDatabase(browser, async (db) => {
    const store = db.transaction('acuses', 'readwrite').objectStore('acuses');
    const row = { at: '2019-01-01T00:00:00.000Z', portal: 'buzon-tramites', folio: 'otro' };
    store.put({ ...row, id: 'aprobado', origin: 'https://buzon.imss.gob.mx', approved: true });
    store.put({ ...row, id: 'ajeno', origin: 'https://idse.imss.gob.mx' });
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
  });
  await widgetSays({ ...answer, folio: 'nuevo' });
  const ids = (await acuses()).map(({ id }) => id);
  expect(ids).toHaveLength(202);
  expect(ids).toEqual(expect.arrayContaining(['aprobado', 'ajeno', '1']));
  expect(ids).not.toContain('0');
});

test('of what one origin tells, no more than sixty an hour are kept', async () => {
  await fillWith(60, new Date());
  const before = await acuses();
  await widgetSays({ ...answer, folio: 'uno más' });
  expect(await acuses()).toEqual(before);
  await signOne('aprobado');
  expect(await acuses()).toHaveLength(61);
});

test('of more than a thousand that followed an approval the oldest goes', async () => {
  await fillWith(1000, longAgo, { approved: true });
  await signOne('nuevo');
  const kept = await acuses();
  expect(kept).toHaveLength(1000);
  expect(kept[0]).toMatchObject({ folio: 'nuevo', approved: true });
  expect(kept.at(-1)).toMatchObject({ id: '1' });

  const app = await openHistory();
  expect(await app.locator('[data-field=acuse]').count()).toBe(5);
  await app.getByRole('button', { name: say('ask_acuses_all', '1,000') }).click();
  await expect.poll(() => app.locator('[data-field=acuse]').count()).toBe(1000);
  await app.close();
});

test('a database of the first version gets them, once nothing else holds it, and loses nothing', async () => {
  await inDatabase(browser, toFirstVersion);
  const { acuses: _none, ...before } = await stored(browser);
  expect(before).toMatchObject({ header: 1, credentials: 1, seal: 1 });
  const app = await openApp(browser, 'ajustes');
  const listing = tellWorker(app, 'listCredentials', undefined);
  const holder = browser.context.pages().find((page) => page.url().endsWith('/manifest.json'));
  await holder?.evaluate(releaseOld);
  expect((await listing).res as CredentialCard[]).toMatchObject([{ rfc: person.rfc }]);
  expect(await stored(browser)).toEqual({ ...before, acuses: 0 });
  await widgetSays({ ...answer, folio: 'nuevo' });
  expect(await acuses()).toHaveLength(1);
  await app.close();
});

/** Runs in the page: what is there, in a database as the first version made it, and held open. */
async function toFirstVersion(db: IDBDatabase): Promise<void> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('request'));
    });
  const names = ['header', 'credentials', 'audit', 'seal', 'intents'];
  const reading = db.transaction(names);
  const content = await Promise.all(
    names.map(async (name) => {
      const store = reading.objectStore(name);
      return [
        name,
        await result(store.getAllKeys()),
        await result<unknown[]>(store.getAll()),
      ] as const;
    }),
  );
  db.close();
  await result(indexedDB.deleteDatabase('firma-lista'));
  const opening = indexedDB.open('firma-lista', 1);
  opening.onupgradeneeded = () => {
    const old = opening.result;
    old.createObjectStore('header');
    const credentials = old.createObjectStore('credentials', { keyPath: 'id' });
    credentials.createIndex('rfc', 'rfc');
    credentials.createIndex('notAfter', 'notAfter');
    credentials.createIndex('fingerprint', 'fingerprint', { unique: true });
    const audit = old.createObjectStore('audit', { keyPath: 'sequence' });
    audit.createIndex('id', 'id', { unique: true });
    old.createObjectStore('seal');
    old.createObjectStore('intents', { keyPath: 'id' });
  };
  const old = await result(opening);
  const writing = old.transaction(names, 'readwrite');
  for (const [name, keys, values] of content) {
    const store = writing.objectStore(name);
    values.forEach((value, index) => {
      if (store.keyPath === null) store.put(value, keys[index]);
      else store.put(value);
    });
  }
  await new Promise((resolve) => (writing.oncomplete = resolve));
  const wanted = new Promise((resolve) => (old.onversionchange = resolve));
  Object.assign(globalThis, { old, wanted });
}

/** Runs in the page: lets it go once somebody wants to make it the second version. */
async function releaseOld(): Promise<void> {
  const { old, wanted } = globalThis as unknown as { old: IDBDatabase; wanted: Promise<unknown> };
  await wanted;
  old.close();
}
