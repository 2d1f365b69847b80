import { browser } from '../browser.ts';

export const routes = [
  'bienvenida',
  'certificados',
  'no-puedo-ingresar',
  'llenarlo-yo',
  'historial',
  'tramites',
  'sin-firma',
  'ayuda',
  'informe',
  'ajustes',
] as const;

export type Route = (typeof routes)[number];

/** The address of a screen of the app page; `tabId`: of the portal's page that it is about. */
export function appUrl(route: Route, tabId?: number): string {
  const query = tabId === undefined ? '' : `?tab=${tabId}`;
  return browser.runtime.getURL(`src/app/index.html#/${route}${query}`);
}

/** The screen that an address names, if it names one. */
export function routeIn(hash: string): Route | undefined {
  const [path] = hash.split('?');
  return routes.find((route) => path === `#/${route}`);
}

/** The tab that an address is about. Ids of tabs go up to 2^31 - 1, and begin anywhere. */
export function tabIn(hash: string): number | undefined {
  const tab = /\?tab=(\d{1,10})$/.exec(hash)?.[1];
  return tab === undefined ? undefined : Number(tab);
}

/** The id of the error that an address is about. */
export function errorIn(hash: string): string | undefined {
  return /\?error=([a-z][a-z_.]{1,40})$/.exec(hash)?.[1];
}

/** The portal that an address is about, as it names it. */
export function portalIn(hash: string): string | undefined {
  return /\?portal=([a-z-]{1,40})$/.exec(hash)?.[1];
}
