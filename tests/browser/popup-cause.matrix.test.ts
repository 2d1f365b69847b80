/** The popup over a sign-in that failed: the cause comes first, at every portal. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import type { KnownPortal } from '../../src/portals/index.ts';
import {
  addressOf,
  elementFor,
  liveRows,
  lostHost,
  signInRows,
  startWorld,
  visitRow,
  type Tab,
  type World,
} from './portal-rows.ts';
import { widgetUrl } from './widget.ts';

const captive = 'captive.test';

let world: World;
let tab: Tab;

beforeAll(async () => {
  world = await startWorld({ extraHosts: [captive] });
});
afterAll(() => world.close());
beforeEach(async () => {
  tab = await world.open();
});
afterEach(() => closePage(tab.page));

const visit = (row: KnownPortal, body: string, status?: number): Promise<void> =>
  visitRow(world, tab, row, body, status);

/** In one tab, one after the other: what breaks off after an answer would fail now and then. */
const failures: [
  what: string,
  cause: RegExp,
  certainty: string,
  show: (row: KnownPortal) => Promise<void>,
][] = [
  [
    'a connection that is refused',
    /^portal\.down$/,
    'likely',
    async (row) => {
      await world.hosts.shut(row.host);
      await visit(row, '');
      await world.hosts.open(row.host);
    },
  ],
  ['a portal that is out of service', /^portal\.down$/, 'is', (row) => visit(row, '<p>No', 503)],
  [
    'what the portal says',
    /^cert\.revoked$/,
    'is',
    (row) => {
      const [node = ''] = row.watch?.errorNodes ?? [];
      const text = 'No se puede acceder al aplicativo porque su E.FIRMA está revocada.';
      return visit(row, elementFor(node, text));
    },
  ],
];

describe.each(liveRows)('at $id', (row) => {
  test('the popup begins with the cause, and has nothing to tell of a page that is well', async () => {
    for (const [what, cause, certainty, show] of failures) {
      await show(row);
      await tab.badgeBecomes('!');
      expect(await tab.popupTells(cause), what).toBe(certainty);
    }
    const location = `https://${captive}/`;
    world.hosts.serve(addressOf(row), { status: 302, headers: { location } });
    await tab.go(addressOf(row));
    await tab.factsWhen(({ redirect }) => redirect === 'offsite');
    expect(await tab.popupTells(/^net\.captive$/)).toBe('is');

    await visit(row, '<p>Entra');
    await tab.factsWhen(({ settled, http }) => settled === true && http === 200);
    await tab.badgeBecomes('•');
    expect(await tab.popupIsCalm()).toBe(true);
  });
});

const withWidget = liveRows.filter(({ watch }) => (watch?.widgetFrames.length ?? 0) > 0);

test.each(withWidget)('at $id the popup begins with a widget that is gone', async (row) => {
  const frame = `<p>Entra<iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`;
  world.hosts.serve(widgetUrl, { status: 503 });
  await visit(row, frame);
  await tab.factsWhen(({ widgetHttp }) => widgetHttp === 503);
  await tab.badgeBecomes('!');
  expect(await tab.popupTells(/^portal\.widget_down$/)).not.toBe('unknown');
});

test('the popup begins with a name that nobody resolves', async () => {
  const [row] = signInRows.filter(({ host }) => host === lostHost);
  if (!row) throw new Error(lostHost);
  await visit(row, '');
  await tab.badgeBecomes('!');
  expect(await tab.popupTells(/^net\.dns$/)).toBe('is');
});
