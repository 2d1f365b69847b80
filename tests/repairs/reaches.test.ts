import { expect, test } from 'vitest';
import type { RepairId } from '../../src/diagnosis/index.ts';
import { findPortal, originsOf, portals, type PortalId } from '../../src/portals/index.ts';
import { reaches, repairs } from '../../src/repairs/index.ts';

function isFelt(repair: RepairId, made: PortalId, other: PortalId): boolean {
  const [shape, there, here] = [
    repairs.find(({ id }) => id === repair),
    findPortal(made),
    findPortal(other),
  ];
  if (!shape || !there || !here) throw new Error(`no ${repair} from ${made} to ${other}`);
  return reaches(shape.reach ?? 'host', there, here);
}

test('every repair is felt at the portal for which it is made', () => {
  for (const { id } of repairs) {
    for (const portal of portals) expect(isFelt(id, portal.id, portal.id)).toBe(true);
  }
});

test('two portals of different hosts share the widget, or the rest proves nothing', () => {
  const [one, other] = [findPortal('buzon-imss'), findPortal('escritorio-virtual')];
  expect(one?.host).not.toBe(other?.host);
  const widget = 'https://firmadigitalssl.imss.gob.mx';
  expect([one, other].map((portal) => portal && originsOf(portal).includes(widget))).toEqual([
    true,
    true,
  ]);
});

test.each<[RepairId, PortalId, boolean]>([
  ['clear-session-cookies', 'escritorio-virtual', false],
  ['clear-session-cookies', 'buzon-tramites', true],
  ['clear-site-storage', 'escritorio-virtual', false],
  ['allow-popups', 'escritorio-virtual', false],
  ['close-duplicate-tabs', 'escritorio-virtual', false],
  // The files of the widget are those of both, and so is what it may.
  ['clear-site-cache', 'escritorio-virtual', true],
  ['allow-cookies', 'escritorio-virtual', true],
  ['clear-site-cache', 'idse', false],
  ['clear-imss-cookies', 'idse', true],
  ['clear-imss-cookies', 'sat-portal', false],
  ['grant-access', 'idse', true],
  ['pause-extensions', 'sat-portal', true],
])('%s for Buzón, at %s: %s', (repair, other, felt) => {
  expect(isFelt(repair, 'buzon-imss', other)).toBe(felt);
});
