import { expect, test } from 'vitest';
import { originsOf, portals, siteOf } from '../../src/portals/index.ts';

const portalOf = (wanted: string) => {
  const found = portals.find(({ id }) => id === wanted);
  if (!found) throw new Error(wanted);
  return found;
};

test('signing in touches the page and the frame of its form, and no other origin', () => {
  expect(originsOf(portalOf('replica-entrar'))).toEqual(['https://serviciosdigitales.imss.gob.mx']);
  expect(originsOf(portalOf('buzon-imss'))).toEqual([
    'https://buzon.imss.gob.mx',
    'https://firmadigitalssl.imss.gob.mx',
  ]);
});

test('what a portal signs with is of its own site: cookies of others are nothing to it', () => {
  for (const portal of portals) {
    const sites = originsOf(portal).map((origin) => siteOf(new URL(origin)));
    expect(new Set(sites)).toEqual(new Set([siteOf(portal)]));
  }
});

test.each([
  ['buzon.imss.gob.mx', 'https://imss.gob.mx'],
  ['imss.gob.mx', 'https://imss.gob.mx'],
  ['a.b.sat.gob.mx', 'https://sat.gob.mx'],
])('%s belongs to the site %s', (host, site) => {
  expect(siteOf({ host })).toBe(site);
});
