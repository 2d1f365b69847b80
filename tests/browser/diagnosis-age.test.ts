/** How old a browser is counts by the portal's date, and only where something failed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { disguise, identityArgs } from '../../scripts/identity.ts';
import { pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { openScene, type Scene } from '../../scripts/tour/faults/scene.ts';
import { releases, tableDate } from '../../src/diagnosis/releases.ts';
import { diagnose } from './diagnosed.ts';

/** The table knows every release until then, whatever the machine's date. */
const now = new Date(`${tableDate}T12:00:00Z`);
const newest = Number(
  Object.entries(releases.chrome).findLast(([, date]) => date <= tableDate)?.[0],
);

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true, now });
  await stage.browser.close();
  scene = await openScene(stage, stage.pki.credentials.person);
});
afterAll(async () => {
  await scene.close();
  await stage.close();
});

test.each([
  { behind: 2, isBlamed: false },
  { behind: newest - 128, isBlamed: true },
])('a blank page, $behind versions behind: blamed is $isBlamed', async ({ behind, isBlamed }) => {
  const identity = { major: newest - behind };
  const browser = await scene.launch({ extraArgs: identityArgs(identity) });
  const { dress } = await disguise(browser, identity);
  const page = await browser.context.newPage();
  await dress(page);
  stage.replica.faults.minimumMajor = newest + 1;
  await page.goto(pages.fill);
  await seeFailureMark(browser, page);
  const { cause, certainty } = await diagnose(browser, page);
  const isNamed = cause === 'brw.outdated' && certainty !== 'unknown';
  expect({ isNamed, cause }).toMatchObject({ isNamed: isBlamed });
});
