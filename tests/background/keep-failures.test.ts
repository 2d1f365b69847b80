/** In what order things have to happen for a sign-in to be told as the end of what had failed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AttemptListener } from '../../src/background/attempts.ts';
import type { PageFacts } from '../../src/diagnosis/index.ts';
import { page as healthy } from '../diagnosis/facts.ts';
import { loadWith, memoryStorage, unload } from '../in-extension.ts';

const portal = 'buzon-imss';
const cause = { id: 'portal.down', certainty: 'is', repair: 'watch-portal' };

let portalDoes: Required<AttemptListener>;
let session: ReturnType<typeof memoryStorage>;
let minute = 0;
let named = cause;

beforeEach(async () => {
  let heard: AttemptListener = {};
  vi.doMock('../../src/background/attempts.ts', () => ({
    attemptOf: async () => undefined,
    watchAttempts: (listener: AttemptListener) => void (heard = listener),
  }));
  vi.doMock('../../src/background/diagnose.ts', () => ({
    diagnoseAttempt: async () => ({ causes: [named] }),
  }));
  named = cause;
  session = memoryStorage();
  const nobody = { addListener: () => undefined };
  const loaded = await loadWith(() => import('../../src/background/keep-failures.ts'), session, {
    tabs: { onActivated: nobody, get: async () => ({ active: true }) },
    windows: { onFocusChanged: nobody },
  });
  loaded.keepFailures(Promise.resolve());
  portalDoes = heard as Required<AttemptListener>;
});
afterEach(() => {
  vi.doUnmock('../../src/background/attempts.ts');
  vi.doUnmock('../../src/background/diagnose.ts');
  unload();
});

function attempt(said: Partial<PageFacts> = {}): PageFacts {
  minute += 1;
  return { ...healthy, portal, at: new Date(minute * 60_000).toISOString(), ...said };
}

/** What is kept under a key, once all that was heard is done with. */
async function kept(key: string): Promise<unknown> {
  await Promise.resolve();
  await navigator.locks.request('keep-failures', async () => undefined);
  return (await session.get(key))[key];
}

function fail(tabId: number, isInside = false): void {
  portalDoes.onFailure(tabId, portal, attempt({ http: 503 }), isInside);
}

function enter(tabId: number): PageFacts {
  const page = attempt({ widget: 'ok' });
  portalDoes.onSignedIn(portal, tabId, page);
  portalDoes.onAccepted(portal, page);
  return page;
}

test('what failed and then went well is told', async () => {
  fail(1);
  expect(await kept(`failing:${portal}`)).toMatchObject({ attempts: [{ cause }], changes: [] });
  enter(1);
  expect(await kept('solved')).toMatchObject({ portal, cause, changes: [] });
  expect(await kept(`failing:${portal}`)).toBeUndefined();
});

test('in another tab it counts as well', async () => {
  fail(1);
  await kept('');
  enter(2);
  expect(await kept('solved')).toMatchObject({ portal });
});

test('one that went well before is no cure, whatever more is seen of it', async () => {
  const page = enter(1);
  await kept('');
  fail(2);
  await kept('');
  portalDoes.onAccepted(portal, { ...page, settled: true });
  expect(await kept('solved')).toBeUndefined();
  expect(await kept(`failing:${portal}`)).toBeDefined();
  expect(await kept('lastFailure')).toMatchObject({ tabId: 2 });
});

test('what fails behind the sign-in is no sign-in that failed', async () => {
  enter(1);
  await kept('');
  fail(1, true);
  expect(await kept('lastFailure')).toMatchObject({ tabId: 1 });
  expect(await kept(`failing:${portal}`)).toBeUndefined();
  enter(1);
  expect(await kept('solved')).toBeUndefined();
});

test('failing again takes away what was told', async () => {
  fail(1);
  await kept('');
  enter(1);
  expect(await kept('solved')).toBeDefined();
  fail(1);
  expect(await kept('solved')).toBeUndefined();
});

test('more seen of what had failed before is nothing new; something else that fails there is', async () => {
  const page = attempt({ http: 503 });
  portalDoes.onFailure(1, portal, page, false);
  await kept('');
  enter(2);
  expect(await kept('solved')).toBeDefined();
  portalDoes.onFailure(1, portal, { ...page, blocked: 1 }, false);
  expect(await kept('solved')).toBeDefined();
  expect(await kept('lastFailure')).toBeUndefined();
  named = { ...cause, id: 'pwd.wrong' };
  portalDoes.onFailure(1, portal, { ...page, widget: 'error' }, false);
  expect(await kept('solved')).toBeUndefined();
});
