/** «Llenarlo yo», without any e.firma and with several. */
import type { Page } from 'playwright-core';
import { openApp } from '../../person.ts';
import { chooseSafety } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import { tellWorker } from '../../tell-worker.ts';
import type { Act } from '../scene.ts';
import { unlock } from '../steps.ts';

const passwordOf = ({ pki }: Stage): string => pki.credentials.person.password;

async function handsOf({ browser }: Stage, portal: string): Promise<Page> {
  const app = await openApp(browser, 'llenarlo-yo');
  await app.locator('.hands-portal select').selectOption(portal);
  await app.locator('[data-field=hand-fields]').waitFor();
  return app;
}

/** With another e.firma than the one that is offered first. */
async function handsAs(
  stage: Stage,
  portal: string,
  { rfc, legalName }: { rfc: string; legalName: string },
): Promise<Page> {
  const app = await handsOf(stage, portal);
  await app.locator('.choice select').selectOption({ label: `${rfc} · ${legalName}` });
  return app;
}

async function writeDown({ browser, pki }: Stage): Promise<void> {
  const { rfc } = pki.credentials.person;
  const cards = await tellWorker(browser, 'listCredentials');
  const card = cards.find((each) => each.rfc === rfc);
  if (!card) throw new Error(`${rfc} is not kept`);
  const account = { nss: '01654411378', registrosPatronales: ['C8726099103', 'Y3739432106'] };
  await tellWorker(browser, 'saveAccount', { id: card.id, account });
}

export const ownHandsEmpty: Act = {
  name: 'a form is filled by hand, and no e.firma is kept',
  async prepare(stage) {
    await chooseSafety(stage.browser);
  },
  scenes: [
    {
      name: 'hands-choose',
      of: 'app',
      show: ({ browser }) => openApp(browser, 'llenarlo-yo'),
    },
    { name: 'hands-none', of: 'app', show: (stage) => handsOf(stage, 'idse') },
  ],
};

export const ownHands: Act = {
  name: 'a form is filled by hand, with several e.firmas',
  async prepare(stage) {
    await unlock(stage, passwordOf(stage));
    await writeDown(stage);
  },
  scenes: [
    {
      name: 'hands-copied',
      of: 'app',
      async show(stage) {
        const app = await handsAs(stage, 'buzon-imss', stage.pki.credentials.person);
        await app.getByText('C8726099103').waitFor();
        await app.evaluate(() => {
          navigator.clipboard.writeText = () => Promise.resolve();
        });
        await app.locator('.hand-facts button').first().click();
        await app.locator('[data-fate=copied]').waitFor();
        return app;
      },
    },
    {
      name: 'hands-copy-refused',
      of: 'app',
      async show(stage) {
        const app = await handsAs(stage, 'idse', stage.pki.credentials.longName);
        await app.evaluate(() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
        });
        await app.locator('.hand-facts button').first().click();
        await app.locator('[data-fate=failed]').waitFor();
        return app;
      },
    },
    {
      name: 'hands-tried',
      of: 'app',
      async show(stage) {
        const app = await handsAs(stage, 'sat-portal', stage.pki.credentials.person);
        await app.locator('[data-action=try]').click();
        await app.locator('[data-field=trial-outcome]').waitFor();
        return app;
      },
    },
    {
      name: 'hands-not-accepted',
      of: 'app',
      show: (stage) => handsAs(stage, 'escritorio-virtual', stage.pki.credentials.company),
    },
    {
      name: 'hands-files-not-kept',
      of: 'app',
      async show(stage) {
        const app = await handsAs(stage, 'servicios-digitales', stage.pki.credentials.enie);
        await app.getByText(say('hands_files_not_kept')).waitFor();
        return app;
      },
    },
  ],
};
