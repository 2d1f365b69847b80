/** Every form of the portals that the extension fills, as the replica shows it. */
import type { Frame, Page } from 'playwright-core';
import type { Replica } from '../../replica/index.ts';
import { pages } from '../../scripts/person.ts';
import { until } from '../../scripts/worker.ts';
import type { PortalId } from '../../src/portals/index.ts';
import { idsePage, satHosts, satPage } from './native.ts';

export interface FillPlace {
  portal: PortalId;
  url: string;
  /** Ids of its fields. */
  password: string;
  key: string;
  /** What the person presses to have the form. */
  opener?: string;
  /** The widget comes from the portal's own host. */
  isProxied?: boolean;
}

const widget = { password: 'inputPassword', key: 'inputKey' };
const desk = { url: 'https://serviciosdigitales.imss.gob.mx/portal-web/portal' };
const sat = { password: 'privateKeyPassword', key: 'filePrivateKey' };
const [siat, login, mat, invoices] = satHosts.map((host) => ({ url: satPage(host), ...sat }));

const places: FillPlace[] = [
  { portal: 'buzon-imss', url: pages.fill, ...widget },
  { portal: 'escritorio-virtual', ...desk, ...widget, opener: '#enviarForm' },
  { portal: 'escritorio-virtual', ...desk, ...widget, opener: '#enviarForm', isProxied: true },
  { portal: 'idse', url: idsePage, password: 'password', key: 'llave' },
  { portal: 'sat-portal', ...siat! },
  { portal: 'sat-siat', ...login! },
  { portal: 'sat-certisat', ...mat! },
  { portal: 'sat-facturas', ...invoices! },
  {
    portal: 'servicios-digitales',
    url: 'https://serviciosdigitales.imss.gob.mx/sipre/firma',
    ...widget,
    opener: '#firmar',
  },
  {
    portal: 'buzon-tramites',
    url: 'https://buzon.imss.gob.mx/buzonimss/notificacion',
    ...widget,
    opener: '#firmar',
  },
];

/** By a name of its own. */
export const fillPlaces: readonly [name: string, place: FillPlace][] = places.map((place) => [
  place.isProxied ? `${place.portal}, which hands the widget through` : place.portal,
  place,
]);

/** Opens the page; the form may come up a little later. */
export async function openPlace(
  { variants }: Replica,
  page: Page,
  { url, opener, isProxied = false }: FillPlace,
): Promise<void> {
  variants.proxiedWidget = isProxied;
  await page.goto(url);
  if (opener) await page.click(opener);
}

/** The document with the form, once it is there. */
export async function documentOf(page: Page, { password }: FillPlace): Promise<Frame> {
  return await until(`#${password} in ${page.url()}`, async () => {
    for (const frame of page.frames()) {
      if ((await frame.locator(`#${password}`).count()) > 0) return frame;
    }
    return undefined;
  });
}
