import { browser } from '../browser.ts';

export const routes = ['bienvenida', 'certificados', 'historial', 'ajustes'] as const;

export type Route = (typeof routes)[number];

/** The address of a screen of the app page. */
export function appUrl(route: Route): string {
  return browser.runtime.getURL(`src/app/index.html#/${route}`);
}
