/** Whose account a portal may have blocked, and whether it may have had enough of everybody here. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AttemptListener } from '../../src/background/attempts.ts';
import type { PageFacts } from '../../src/diagnosis/index.ts';
import type { Failures } from '../../src/evidence/gatherer.ts';
import { page as healthy } from '../diagnosis/facts.ts';
import { loadWith, memoryStorage, unload } from '../in-extension.ts';

const portal = 'idse';
/** Tabs, and what was handed over in them. */
const clients = new Map<number, string>([
  [1, 'ana'],
  [2, 'benito'],
]);

let portalDoes: Required<AttemptListener>;
let failuresAt: (portal: string) => Promise<Failures>;
let closeTab: (tabId: number) => void;
let session: ReturnType<typeof memoryStorage>;
let minute = 0;

beforeEach(async () => {
  let heard: AttemptListener = {};
  vi.doMock('../../src/background/attempts.ts', () => ({
    watchAttempts: (listener: AttemptListener) => void (heard = listener),
  }));
  vi.doMock('../../src/background/clients.ts', () => ({
    clientHandedOver: async (_host: string, tabId: number) =>
      clients.has(tabId) ? { credentialId: clients.get(tabId) } : undefined,
  }));
  session = memoryStorage();
  const loaded = await loadWith(() => import('../../src/background/count-failures.ts'), session, {
    tabs: { onRemoved: { addListener: (listener: typeof closeTab) => void (closeTab = listener) } },
  });
  ({ failuresAt } = loaded);
  loaded.countFailures(Promise.resolve());
  portalDoes = heard as Required<AttemptListener>;
});
afterEach(() => {
  vi.doUnmock('../../src/background/attempts.ts');
  vi.doUnmock('../../src/background/clients.ts');
  unload();
});

/** A new attempt in a tab; what the portal says of it. */
function attempt(said: Partial<PageFacts>): PageFacts {
  minute += 1;
  return { ...healthy, portal, at: new Date(minute * 60_000).toISOString(), ...said };
}

const refused = { texts: [{ text: 'Credenciales incorrectas', class: 'auth_generic' }] } as const;

function refuse(tabId: number): PageFacts {
  const page = attempt({ texts: [...refused.texts] });
  portalDoes.onFailure(tabId, portal, page, false);
  return page;
}

function accept(tabId: number): void {
  const page = attempt({ widget: 'ok' });
  portalDoes.onSignedIn(portal, tabId, page);
  portalDoes.onAccepted(portal, page);
}

async function counted() {
  await new Promise((resolve) => setTimeout(resolve));
  return await failuresAt(portal);
}

test('none at first', async () => {
  expect(await counted()).toEqual({ all: 0, by: {}, unknown: 0 });
});

test('each e.firma has its own, the portal has them all', async () => {
  for (const tabId of [1, 2, 1, 3]) refuse(tabId);
  expect(await counted()).toMatchObject({ all: 4, by: { ana: 2, benito: 1 }, unknown: 1 });
});

test('more is seen of an attempt: it counts once', async () => {
  const page = refuse(1);
  portalDoes.onFailure(1, portal, { ...page, isBusy: true }, false);
  expect(await counted()).toMatchObject({ all: 1, by: { ana: 1 } });
});

test('two tabs that fail in turn: what was counted of one is not counted again', async () => {
  const [one, other] = [refuse(1), refuse(2)];
  portalDoes.onFailure(1, portal, { ...one, isBusy: true }, false);
  portalDoes.onFailure(2, portal, { ...other, isBusy: true }, false);
  expect(await counted()).toMatchObject({ all: 2, by: { ana: 1, benito: 1 } });
});

test('five refusals in one page are five', async () => {
  const page = refuse(1);
  for (const refusals of [1, 2, 3, 5, 5]) {
    portalDoes.onFailure(1, portal, { ...page, refusals }, false);
  }
  expect(await counted()).toMatchObject({ all: 5, by: { ana: 5 } });
});

test('of a tab that closes nothing is left but what it came to', async () => {
  refuse(1);
  refuse(2);
  await counted();
  closeTab(1);
  expect(await counted()).toMatchObject({ all: 2 });
  expect([...session.kept.values()].map((json) => Object.keys(pagesIn(json)))).toEqual([['2']]);
});

const pagesIn = (json: string) => (JSON.parse(json) as { pages: object }).pages;

test('what judges nobody does not count', async () => {
  portalDoes.onFailure(1, portal, attempt({ net: 'CONNECTION_RESET' }), false);
  const maintenance = { text: 'En mantenimiento', class: 'maintenance' } as const;
  portalDoes.onFailure(1, portal, attempt({ texts: [maintenance] }), false);
  portalDoes.onFailure(1, portal, attempt({ texts: [maintenance], widget: 'error' }), false);
  expect(await counted()).toEqual({ all: 0, by: {}, unknown: 0 });
});

test('a widget that refuses and does not say why counts', async () => {
  portalDoes.onFailure(1, portal, attempt({ widget: 'error' }), false);
  expect(await counted()).toMatchObject({ all: 1, by: { ana: 1 } });
});

test('one that is let in clears itself and the portal, and nobody else', async () => {
  for (const tabId of [1, 1, 2]) refuse(tabId);
  accept(2);
  expect(await counted()).toMatchObject({ all: 0, by: { ana: 2 }, unknown: 0 });
  refuse(1);
  expect(await counted()).toMatchObject({ all: 1, by: { ana: 3 } });
});

test('one that nobody knows may be any of them: nothing is held against anybody', async () => {
  for (const tabId of [1, 2, 3]) refuse(tabId);
  accept(3);
  expect(await counted()).toEqual({ all: 0, by: {}, unknown: 0 });
});
