/** E.firmas that are wrong, or seem to be by one clock: the cause, and what is told besides. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { firstRun, keep, pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { openScene, settleIn, signIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import type { CredentialName } from '../pki/index.ts';
import { yearsFrom } from '../pki/dates.ts';
import { diagnose, readAlsoFound } from './diagnosed.ts';

const patience = 120_000;
let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
});
afterEach(() => scene.close());
afterAll(() => stage.close());

/** A browser in which that e.firma is kept, with the sign-in page open. */
async function keepOne(name: CredentialName, on = stage): Promise<Page> {
  scene = await openScene(on, on.pki.credentials[name]);
  const browser = await scene.launch();
  // Whoever has been at the portal knows its clock.
  const page = await browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  await settleIn(scene, scene.files);
  return page;
}

test(
  'a portal that is down is the cause, and an expired e.firma is told besides',
  async () => {
    const page = await keepOne('expired');
    stage.replica.faults.down = 503;
    await page.reload();
    await seeFailureMark(scene.browser, page);
    const { screen, ...said } = await diagnose(scene.browser, page);
    expect(said).toEqual({ cause: 'portal.down', certainty: 'is', repair: 'watch-portal' });
    const besides = await readAlsoFound(screen);
    expect(besides).toContainEqual(expect.objectContaining({ id: 'cert.expired', status: 'fail' }));
  },
  patience,
);

test(
  'an e.firma that does not count yet',
  async () => {
    const page = await keepOne('notYetValid');
    await signIn(scene, page);
    expect(stage.replica.log.at(-1)).toMatchObject({ kind: 'refused', code: 'not_yet_valid' });
    await seeFailureMark(scene.browser, page);
    const { screen: _, ...said } = await diagnose(scene.browser, page);
    expect(said).toEqual({ cause: 'cert.not_yet', certainty: 'is', repair: 'wait-until-valid' });
  },
  patience,
);

test.each([
  ['expired', -6],
  ['not valid yet', 6],
])(
  'an e.firma that is %s by the clock of this computer alone: the clock, not the e.firma',
  async (_what, years) => {
    const elsewhen = await setStage({ headless: true, now: yearsFrom(new Date(), years) });
    try {
      await elsewhen.browser.close();
      const page = await keepOne('person', elsewhen);
      const { screen: _, ...said } = await diagnose(scene.browser, page);
      expect(said).toEqual({ cause: 'tls.clock', certainty: 'is', repair: 'set-clock' });
    } finally {
      await elsewhen.close();
    }
  },
  patience,
);

test('a seal for invoices is never kept: the files say so before any portal does', async () => {
  scene = await openScene(stage, stage.pki.credentials.csd);
  const browser = await scene.launch();
  await firstRun(browser);
  expect(await keep(browser, scene.files)).toMatchObject({ cause: 'cert.is_csd' });
});
