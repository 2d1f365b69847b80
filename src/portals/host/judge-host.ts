import { editDistance } from './edit-distance.ts';
import { hostSkeleton } from './host-skeleton.ts';
import { namesPortal } from './names-portal.ts';
import { originsOf, portals, siteOf } from '../index.ts';

/**
 * `portal`: of a known portal or its widget. `official`: another one of the same sites.
 * `lookalike`: of nobody known, and easily taken for one of those. `unknown`: any other.
 */
export type HostKind = 'portal' | 'official' | 'lookalike' | 'unknown';

const known = new Set(portals.flatMap(originsOf).map((origin) => new URL(origin).hostname));
/** Sites, and how far from each a host may be and still be taken for it: `sat` is a short word. */
const sites = [...new Set(portals.map((portal) => new URL(siteOf(portal)).hostname))].map(
  (site) => ({ site, skeleton: hostSkeleton(site), near: site.startsWith('sat.') ? 1 : 2 }),
);
/** The first parts of the name of a host of the IMSS: `idse.imss.`, `buzon.imss.`. */
const imssFronts = [...known]
  .filter((host) => host.endsWith('.imss.gob.mx'))
  .map((host) => hostSkeleton(host).replace(/gob\.mx$/, ''))
  .join('|')
  .replaceAll('.', String.raw`\.`);

/** Of a skeleton. */
const claimsName: readonly RegExp[] = [
  // `imss.gob.mx.otro.example`, `sat-gob-mx.example`
  /(?:^|[.-])(?:imss|sat)[.-]?gob[.-]?mx(?:[.-]|$)/,
  // `idse.imss.otro.example`
  new RegExp(`^(?:${imssFronts})`),
  // `imss.com.mx`: no one else in the country is called so.
  /^(?:www\.)?imss\.(?:(?:com|net|org|edu)\.)?mx$/,
];

/**
 * Whose host it is, by its name alone: nothing is asked of anybody.
 * @param hostname as `URL` gives it
 */
export function judgeHost(hostname: string): HostKind {
  const host = hostname.replace(/\.$/, '');
  if (known.has(host)) return 'portal';
  if (sites.some(({ site }) => isWithin(host, site))) return 'official';
  return looksLikeOne(host) ? 'lookalike' : 'unknown';
}

function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** By a letter or two, by letters that look the same, by the true name in front, or by its words. */
function looksLikeOne(host: string): boolean {
  const skeleton = hostSkeleton(host);
  const labels = skeleton.split('.');
  if (sites.some((site) => isWithin(skeleton, site.skeleton))) return true;
  // Only the government gets a name under it: there, a name has to be as near as can be.
  if (isWithin(host, 'gob.mx')) return editDistance(labels.at(-3) ?? '', 'imss') <= 1;
  const isNear = sites.some(
    (site) => editDistance(labels.slice(-3).join('.'), site.skeleton) <= site.near,
  );
  return isNear || claimsName.some((claim) => claim.test(skeleton)) || namesPortal(host);
}
