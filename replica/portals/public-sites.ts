import type { Route } from '../exchange.ts';
import type { Context } from './context.ts';

/** The site of nobody's portal, and those of the two authorities: nobody signs in at any of them. */
export const publicSites: readonly string[] = ['www.gob.mx', 'www.imss.gob.mx', 'www.sat.gob.mx'];

const [government = '', ...authorities] = publicSites;

/** They stand apart from the portals: a fault meets them only when it names them. */
export function isPublicSite(host: string): boolean {
  return publicSites.includes(host);
}

export function publicSiteRoutes({ pages, record }: Context): Route[] {
  const path = '/robots.txt';
  return [
    {
      host: government,
      method: 'GET',
      path,
      handle() {
        record(government, { kind: 'page', path });
        return { status: 200, type: 'text/plain', body: 'User-agent: *\n' };
      },
    },
    ...authorities.map((host): Route => ({
      host,
      method: 'GET',
      path: '/',
      handle: () => pages.page('aviso.html', { aviso: `Sitio público: ${host}` }),
    })),
  ];
}
