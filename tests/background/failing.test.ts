/** What was changed between a sign-in that failed and one that went well. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeptChange } from '../../src/background/changes.ts';
import type * as FailingModule from '../../src/background/failing.ts';
import type * as SolvedModule from '../../src/background/solved-failures.ts';
import { page as healthy } from '../diagnosis/facts.ts';
import { loadWith, memoryStorage, unload } from '../in-extension.ts';

const cause = { id: 'ext.interference', certainty: 'is', repair: 'pause-extensions' } as const;
const portal = 'buzon-imss';
const attempt = { ...healthy, portal, http: 503 } as const;

let session: ReturnType<typeof memoryStorage>;
let local: ReturnType<typeof memoryStorage>;
let failing: typeof FailingModule;
let solved: typeof SolvedModule;

beforeEach(async () => {
  session = memoryStorage();
  local = memoryStorage();
  [failing, solved] = await loadWith(
    () =>
      Promise.all([
        import('../../src/background/failing.ts'),
        import('../../src/background/solved-failures.ts'),
      ]),
    session,
    {},
    local,
  );
  await failing.noteFailed(portal, 1, attempt, cause);
});
afterEach(unload);

const change = (facts: Partial<KeptChange> = {}): KeptChange => ({
  id: 'uno',
  repair: 'clear-session-cookies',
  portal,
  at: '2026-11-22T12:00:00.000Z',
  names: [],
  state: 'done',
  isTemporary: false,
  ...facts,
});

const paused = (id: string, ...names: string[]): KeptChange =>
  change({ id, repair: 'pause-extensions', isTemporary: true, names });

const isOff = (...names: string[]): Promise<void> =>
  local.set({ pause: { extensions: names.map((name) => ({ id: name, name })) } });

async function toldOf(): Promise<unknown> {
  await solved.noteSolved(portal, { ...attempt, widget: 'ok' });
  return (await session.get('solved'))['solved'];
}

test('a change is told with the portal for which it was made', async () => {
  await failing.noteChange(change({ repair: 'clear-imss-cookies', portal: 'idse' }));
  expect(await toldOf()).toMatchObject({
    changes: [{ id: 'uno', repair: 'clear-imss-cookies', portal: 'idse' }],
    isDoubtful: true,
  });
});

test('one that came to nothing is not told', async () => {
  await failing.noteChange(change());
  await failing.dropNoted(change());
  expect(await toldOf()).toMatchObject({ changes: [] });
});

test('putting back is a change, whether or not it was made since', async () => {
  await failing.noteChange(change());
  await failing.noteBack(change());
  await failing.noteBack(change({ id: 'antes' }));
  expect(await toldOf()).toMatchObject({
    changes: [
      { id: 'uno', isBack: true },
      { id: 'antes', isBack: true },
    ],
  });
});

test('a pause that is over is back, and one of which something is off still is not', async () => {
  await failing.noteChange(paused('over', 'Una'));
  await failing.noteChange(paused('half', 'Dos', 'Tres'));
  await isOff('Tres');
  const told = await toldOf();
  expect(told).toMatchObject({ lesson: 'pause-extensions' });
  expect(told).toHaveProperty('changes', [
    expect.objectContaining({ id: 'over', isBack: true }),
    expect.not.objectContaining({ isBack: true }),
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Una|Dos|Tres/);
});

test('with every pause over nobody knows what it was', async () => {
  await failing.noteChange(paused('over', 'Una'));
  expect(await toldOf()).toMatchObject({ isDoubtful: true });
});

test('what is damaged at one portal harms no other', async () => {
  await session.set({ 'failing:idse': [], 'failing:otro': { attempts: 3 } });
  await failing.noteChange(change({ repair: 'clear-imss-cookies' }));
  await failing.noteBack(change({ repair: 'clear-imss-cookies' }));
  expect(await toldOf()).toMatchObject({ changes: [{ id: 'uno', isBack: true }] });
});
