/** How old a browser is counts by the portal's date, and only where something failed. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { disguise, identityArgs } from '../../scripts/identity.ts';
import { pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { tellWorker } from '../../scripts/tell-worker.ts';
import { isIn, openScene, settleIn, signIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import { releases, tableDate } from '../../src/diagnosis/releases.ts';
import { makeCredential } from '../pki/index.ts';
import { yearsFrom } from '../pki/dates.ts';
import { diagnose } from './diagnosed.ts';
import { tabIdOf } from './page-api.ts';

/** The table knows every release until then, whatever the machine's date. */
const now = new Date(`${tableDate}T12:00:00Z`);
const newest = Number(
  Object.entries(releases.chrome).findLast(([, date]) => date <= tableDate)?.[0],
);

/** What is told here, and rightly: the clocks are not the same, and the authority is one of tests. */
const ofTheScene: ReadonlySet<string> = new Set(['skewed-clock', 'tls.clock', 'unknown-issuer']);

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true, now });
  await stage.browser.close();
});
afterEach(() => scene.close());
afterAll(() => stage.close());

/** A blank page in a browser that is so many versions behind. */
async function pageBehind(behind: number): Promise<Page> {
  const identity = { major: newest - behind };
  const browser = await scene.launch({ extraArgs: identityArgs(identity) });
  const { dress } = await disguise(browser, identity);
  const page = await browser.context.newPage();
  await dress(page);
  return page;
}

test.each([
  { behind: 2, isBlamed: false },
  { behind: newest - 128, isBlamed: true },
])('a blank page, $behind versions behind: blamed is $isBlamed', async ({ behind, isBlamed }) => {
  scene = await openScene(stage, stage.pki.credentials.person);
  const page = await pageBehind(behind);
  stage.replica.faults.minimumMajor = newest + 1;
  await page.goto(pages.fill);
  await seeFailureMark(scene.browser, page);
  const { cause, certainty } = await diagnose(scene.browser, page);
  const isNamed = cause === 'brw.outdated' && certainty !== 'unknown';
  expect({ isNamed, cause }).toMatchObject({ isNamed: isBlamed });
});

test('a browser two versions behind that lets one in: nothing is blamed, and no check warns', async () => {
  // Good by the portal's clock and by this computer's, however long after it that is.
  const efirma = await makeCredential(stage.pki, {
    file: 'larga',
    notBefore: yearsFrom(now, -1),
    notAfter: yearsFrom(now, 20),
  });
  stage.replica.registry.register(efirma.readCertificate());
  scene = await openScene(stage, efirma);
  const page = await pageBehind(2);
  await settleIn(scene, efirma);
  await signIn(scene, page);
  expect(isIn(scene, 0)).toBe(true);
  const tabId = await tabIdOf(scene.browser, page);
  const view = await tellWorker(scene.browser, 'diagnose', { tabId, depth: 'full' });
  expect(view.failureSeen).toBe(false);
  expect(view.causes.filter(({ certainty }) => certainty !== 'unknown')).toEqual([]);
  expect(view.findings).toContainEqual(
    expect.objectContaining({ id: 'outdated-browser', status: 'pass' }),
  );
  const warned = view.findings.filter(({ status }) => status === 'warning' || status === 'fail');
  expect(warned.filter(({ id }) => !ofTheScene.has(id))).toEqual([]);
});
