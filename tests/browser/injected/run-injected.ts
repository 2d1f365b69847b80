/** Runs lists of injected faults in real browsers, and judges what the extension says of each. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { noFaults } from '../../../replica/index.ts';
import { setStage, type Stage, type StageOptions } from '../../../scripts/stage.ts';
import { tellWorker } from '../../../scripts/tell-worker.ts';
import { openScene, settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import type { Evidence, SignalName } from '../../../src/diagnosis/index.ts';
import type { DiagnosisView } from '../../../src/messages.ts';
import { portalAt } from '../../../src/portals/index.ts';
import { tabIdOf } from '../page-api.ts';
import { settled } from '../watched.ts';
import { cleanUp } from './clean-up.ts';
import type { ExpectedSignals, InjectedFault, OpenBrowser } from './injected-fault.ts';
import { record } from './record.ts';

/** Milliseconds: a fault may take a whole sign-in, in a browser that is busy. */
const patience = 60_000;
/** For the first of a browser, which may ask for permissions in another one before. */
const patienceToOpen = 120_000;
/** Until what was seen reaches the worker. */
const untilSeen = 15_000;

const openOrdinary: OpenBrowser = async (scene) => {
  await scene.launch();
  await settleIn(scene, scene.files);
};

/**
 * A test for each fault, in which its signals must be seen and its cause named, and one for its
 * healthy twin, in which nothing may be. `list` is the name of the list, for the published figures.
 */
export function runInjected(
  list: string,
  faults: readonly InjectedFault[],
  options: Partial<StageOptions> = {},
): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ headless: true, ...options });
    await stage.browser.close();
  });
  afterAll(() => stage.close());

  let turn = 0;
  for (const open of new Set(faults.map(opening))) {
    const sharing = faults.filter((fault) => opening(fault) === open);
    describe(`in browser ${++turn}`, () => {
      let scene: Scene;
      beforeAll(async () => {
        scene = await openScene(stage, stage.pki.credentials.person);
        await open(scene);
      }, patienceToOpen);
      afterEach(async () => {
        Object.assign(stage.replica.faults, noFaults());
        await cleanUp(scene);
      });
      afterAll(() => scene.close());

      for (const fault of sharing) testFault(list, fault, () => scene);
    });
  }
}

function opening({ open }: InjectedFault): OpenBrowser {
  return open ?? openOrdinary;
}

function testFault(list: string, fault: InjectedFault, sceneNow: () => Scene): void {
  const { id, cause, twin, needs } = fault;
  const cannotBeMade = needs?.isMet === false;
  test.skipIf(cannotBeMade)(
    `${id}: ${cause} is named`,
    async () => {
      const scene = sceneNow();
      const page = await fault.inject(scene);
      const view = await askWhen(scene, page, fault);
      const said = saidIn(view);
      const signalsSeen = missing(fault.signals, view.signals).length === 0;
      record({ list, id, cause, ...said, signalsSeen, ...seenIn(scene, view) });
      expect(missing(fault.signals, view.signals), JSON.stringify(view.signals)).toEqual([]);
      expect(said, JSON.stringify(view.signals)).toMatchObject({ named: cause });
    },
    patience,
  );
  if (typeof twin === 'string') return;
  test.skipIf(cannotBeMade)(
    `${id}: its healthy twin names nothing`,
    async () => {
      const scene = sceneNow();
      const page = await twin(scene);
      // Nothing is said of a page that still moves.
      if (portalAt(page.url())) await settled(scene.browser, page);
      const view = await ask(scene, page);
      const said = saidIn(view);
      record({ list, id, cause: null, ...said, signalsSeen: true, ...seenIn(scene, view) });
      expect(said, JSON.stringify(view.signals)).toMatchObject({ named: null });
      expect(view.failureSeen, JSON.stringify(view.signals)).toBe(false);
    },
    patience,
  );
}

function saidIn({ causes }: DiagnosisView) {
  const [first] = causes;
  const isNamed = first !== undefined && first.certainty !== 'unknown';
  return {
    named: isNamed ? first.id : null,
    certainty: first?.certainty ?? null,
    top3: causes.slice(0, 3).map(({ id }) => id),
  };
}

function seenIn({ browser }: Scene, { signals }: DiagnosisView) {
  return {
    signals: Object.keys(signals).toSorted() as SignalName[],
    chromium: browser.context.browser()?.version() ?? '',
  };
}

/** Everything is looked at, as when a person opens the screen about this page. */
async function ask(
  { browser }: Scene,
  page: Page,
  { asked, answers }: Pick<InjectedFault, 'answers' | 'asked'> = {},
): Promise<DiagnosisView> {
  const tabId = await tabIdOf(browser, page);
  return await tellWorker(browser, 'diagnose', {
    tabId,
    depth: 'full',
    ...(asked && { asked }),
    ...(answers && { answers }),
  });
}

/** Asks until the signals are there; what the causes are is judged by that very answer. */
async function askWhen(scene: Scene, page: Page, fault: InjectedFault): Promise<DiagnosisView> {
  const end = Date.now() + untilSeen;
  for (;;) {
    const view = await ask(scene, page, fault);
    if (missing(fault.signals, view.signals).length === 0 || Date.now() > end) return view;
    await pause(250);
  }
}

/** Of the signals that are expected, those that are not there or say something else. */
function missing(expected: ExpectedSignals, seen: Evidence): string[] {
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const value = seen[name as keyof Evidence];
    const holds =
      typeof wanted === 'function'
        ? value !== undefined && wanted(value as never)
        : value === wanted;
    return holds ? [] : [`${name}: ${String(value)}`];
  });
}
