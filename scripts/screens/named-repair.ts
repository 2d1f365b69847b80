/** One repair of the list, whatever it is for: not every cause can be brought about where one looks. */
import type { Page } from 'playwright-core';
import { causes, type DiagnosedCause, type RepairId } from '../../src/diagnosis/index.ts';
import { openApp, readDiagnosis } from '../person.ts';
import type { Stage } from '../stage.ts';

/** The cause that names the repair, as if nothing were surer; throws for a repair of none. */
function causeOf(repair: RepairId): DiagnosedCause {
  const cause = causes.find((each) => 'repair' in each && each.repair === repair);
  if (!cause) throw new Error(`No cause is mended by ${repair}`);
  return { id: cause.id, certainty: 'likely', repair, evidence: [] };
}

/**
 * The verdict on the page of the portal in `tab`: all of it as it was found, but for the cause,
 * which is put into the answer on its way to the screen.
 */
async function judgedBy(stage: Stage, repair: RepairId, tab: Page): Promise<Page> {
  const app = await openApp(stage.browser, 'ajustes');
  await app.evaluate((cause) => {
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime) as (message: object) => Promise<Answer>;
    interface Answer {
      res?: object;
    }
    const sendMessage = (message: { type: string }, hear: (answer: Answer) => void): void => {
      void send(message).then((answer) => {
        const isVerdict = message.type === 'diagnose' && answer.res;
        hear(isVerdict ? { res: { ...answer.res, causes: [cause], failureSeen: true } } : answer);
      });
    };
    Object.assign(runtime, { sendMessage });
  }, causeOf(repair));
  const url = tab.url();
  await app.evaluate(async (shown) => {
    const open = await chrome.tabs.query({});
    const id = open.findLast((each) => each.url === shown)?.id;
    location.hash = `#/no-puedo-ingresar?tab=${id}`;
  }, url);
  await readDiagnosis(app);
  return app;
}

/** Its panel: steps, or what it would touch, or the permission that it lacks. */
export async function openNamedRepair(stage: Stage, repair: RepairId, tab: Page): Promise<Page> {
  const app = await judgedBy(stage, repair, tab);
  await app.locator('[data-action=repair]').first().click();
  await app
    .locator('.repair')
    .locator('[data-field=steps], [data-field=preview], [data-field=permission], .notice, .repair-terms')
    .first()
    .waitFor();
  return app;
}
