/**
 * Sites that keep everything a browser keeps for a site: the portal, its widget, other hosts of the
 * IMSS, and a stranger. What they keep is read by other ways than the extension's.
 */
import type { Page } from 'playwright-core';
import { closePage } from '../../scripts/close-page.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { browserSession } from '../../scripts/worker.ts';
import { startStrangers, type Strangers } from './strangers.ts';

export const portalHost = 'buzon.imss.gob.mx';
export const widgetHost = 'firmadigitalssl.imss.gob.mx';
export const otherHosts = ['serviciosdigitales.imss.gob.mx', 'idse.imss.gob.mx'];
export const stranger = 'otro.test';
export const hosts = [portalHost, widgetHost, ...otherHosts, stranger];
export const signInPage = `https://${portalHost}/buzonimss/login`;

/** As a server sets them: flags, paths and lifetimes of every kind. */
const cookiesOf = (host: string): string[] => [
  `JSESSIONID=${host}-raiz; Path=/; HttpOnly; Secure; SameSite=Lax`,
  `JSESSIONID=${host}-app; Path=/app; HttpOnly`,
  `__Host-id=${host}; Path=/; Secure`,
  `prefs=${host}; Path=/; Max-Age=86400; Secure; SameSite=Strict`,
  `simple=${host}`,
  'vacia=',
  '=sin nombre',
  'codificada=1; Path=/a%20b',
  // A path that no address has: nobody is ever sent it.
  'perdida=1; Path=/con espacio',
  'texto="uno, dos"',
  `propia=${host}; Domain=${host}`,
  `aparte=${host}; Path=/; Secure; SameSite=None; Partitioned`,
  ...(host === stranger ? [] : ['JSESSIONID=sitio; Domain=imss.gob.mx; Path=/']),
];

export interface Sites {
  stage: Stage;
  strangers: Strangers;
  /** Lets every site keep its things, as on a first visit. */
  visit(): Promise<void>;
  close(): Promise<void>;
}

export async function setSites(profile?: string): Promise<Sites> {
  const strangers = await startStrangers(hosts);
  const stage = await setStage({
    headless: true,
    resolverRules: strangers.rules,
    hosts: [stranger],
    ...(profile !== undefined && { profile }),
  });
  strangers.secure(stage.tls);
  // An empty one would be a sign-in that failed.
  strangers.serve(signInPage, '<!doctype html><h1>Acceso</h1>');
  for (const host of hosts) {
    const at = `https://${host}`;
    strangers.serve(`${at}/visita`, '<!doctype html>', { 'set-cookie': cookiesOf(host) });
    strangers.serve(`${at}/sw.js`, '// nada', { 'content-type': 'text/javascript' });
    strangers.serve(`${at}/archivo.js`, '// nada', {
      'content-type': 'text/javascript',
      'cache-control': 'max-age=86400',
    });
  }
  // A frame of the portal within a stranger: its cookie is kept apart.
  strangers.serve(`https://${portalHost}/marco`, '<!doctype html>', {
    'set-cookie': 'aparte=en-otro; Path=/; Secure; SameSite=None; Partitioned',
  });
  strangers.serve(
    `https://${stranger}/con-marco`,
    `<!doctype html><iframe src="https://${portalHost}/marco"></iframe>`,
  );
  // In clear, as an old page does.
  strangers.serve(`http://${portalHost}/visita`, '<!doctype html>', {
    'set-cookie': 'clara=en-claro; Path=/',
  });
  return {
    stage,
    strangers,
    visit: () => visitAll(stage),
    async close() {
      await stage.close();
      await strangers.stop();
    },
  };
}

async function visitAll({ browser }: Stage): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`http://${portalHost}/visita`);
  await page.goto(`https://${stranger}/con-marco`);
  for (const host of hosts) {
    await page.goto(`https://${host}/visita`);
    await page.evaluate(async (host) => {
      // A lone surrogate is no text that UTF-8 can carry.
      localStorage.setItem('nota', `${host} \uD800 ñ`);
      localStorage.setItem('length', 'una palabra');
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('borradores', 1);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore('hojas').put(`hoja de ${host}`, 1);
        opening.onerror = reject;
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      });
      await (await caches.open('copias')).put('/copia', new Response(`copia de ${host}`));
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
      await fetch('/archivo.js');
    }, host);
  }
  await closePage(page);
}

/** Everything that a site keeps besides cookies. */
export interface Kept {
  /** As JSON, which shows what no text can carry. */
  local: Record<string, string>;
  databases: string[];
  copy: string | undefined;
  serviceWorkers: number;
  /** The file came out of the browser's cache: its server was not asked. */
  isFileCached: boolean;
}

export async function readKept(sites: Sites, host: string): Promise<Kept> {
  const page = await sites.stage.browser.context.newPage();
  const kept = await readIn(page, sites, host);
  await closePage(page);
  return kept;
}

async function readIn(page: Page, { strangers }: Sites, host: string): Promise<Kept> {
  await page.goto(`https://${host}/`);
  const asked = () =>
    strangers.heard.filter(({ url }) => url === `https://${host}/archivo.js`).length;
  const before = asked();
  const kept = await page.evaluate(async () => {
    await fetch('/archivo.js');
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
    return {
      local: Object.fromEntries(
        names.map((name) => [name, JSON.stringify(localStorage.getItem(name ?? ''))]),
      ) as Record<string, string>,
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      copy: await (await caches.match('/copia'))?.text(),
      serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
  return { ...kept, isFileCached: asked() === before };
}

export async function readAllKept(sites: Sites): Promise<Record<string, Kept>> {
  const all: Record<string, Kept> = {};
  const page = await sites.stage.browser.context.newPage();
  for (const host of hosts) all[host] = await readIn(page, sites, host);
  await closePage(page);
  return all;
}

/**
 * Every cookie of the browser, as its own debugger lists them, in a fixed order; without where it
 * was set from, which no extension is told.
 */
export async function readCookies({ stage }: Pick<Sites, 'stage'>) {
  const session = await browserSession(stage.browser.context);
  const { cookies } = await session.send('Storage.getCookies');
  await session.detach();
  return cookies
    .map(({ sourceScheme: _scheme, sourcePort: _port, ...cookie }) => cookie)
    .toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

export type KnownCookie = Awaited<ReturnType<typeof readCookies>>[number];

interface CookieKey {
  domain: string;
  path: string;
  name: string;
  partitionKey?: { topLevelSite: string };
}

/** What tells cookies apart. */
export function keyOf({ domain, path, name, partitionKey }: CookieKey): string {
  return [domain, path, name, partitionKey?.topLevelSite ?? ''].join(' ');
}
