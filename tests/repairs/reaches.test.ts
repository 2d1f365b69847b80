import { expect, test } from 'vitest';
import { findPortal, originsOf, portals, type PortalId } from '../../src/portals/index.ts';
import { reaches, repairs } from '../../src/repairs/index.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';

function isFelt(repair: RepairId, made: PortalId, other: PortalId): boolean {
  const [shape, there, here] = [
    repairs.find(({ id }) => id === repair),
    findPortal(made),
    findPortal(other),
  ];
  if (!shape || !there || !here) throw new Error(`no ${repair} from ${made} to ${other}`);
  return reaches(shape, there, here);
}

test('every repair is felt at the portal for which it is made', () => {
  for (const shape of repairs) {
    for (const portal of portals) expect(reaches(shape, portal, portal)).toBe(true);
  }
});

test.each<[RepairId, PortalId, PortalId, boolean]>([
  ['clear-session-cookies', 'buzon-imss', 'idse', false],
  ['clear-imss-cookies', 'buzon-imss', 'idse', true],
  ['clear-imss-cookies', 'buzon-imss', 'sat-portal', false],
  ['pause-extensions', 'buzon-imss', 'sat-portal', true],
  ['allow-popups', 'buzon-imss', 'idse', false],
])('%s for %s, at %s: %s', (repair, made, other, felt) => {
  expect(isFelt(repair, made, other)).toBe(felt);
});

test('copies of the widget that two portals share are the copies of both', () => {
  const withWidget = portals.filter((portal) =>
    originsOf(portal).includes('https://firmadigitalssl.imss.gob.mx'),
  );
  const [one] = withWidget;
  const other = withWidget.find(({ host }) => host !== one?.host);
  if (!one || !other) throw new Error('no two portals share the widget');
  expect(isFelt('clear-site-cache', one.id, other.id)).toBe(true);
  expect(isFelt('clear-session-cookies', one.id, other.id)).toBe(false);
});
