/** The portal fails, or what the browser keeps of it is in the way: what mends it, and undoes that. */
import type { Page } from 'playwright-core';
import { runRepairOnScreen } from '../../diagnosis-screen.ts';
import type { Stage } from '../../stage.ts';
import { diagnoseFault, mendPortal, openFolded, openRepair } from '../diagnosis-steps.ts';
import type { Act } from '../scene.ts';

const cookieLimit = 4_000;

/** More cookies of the portal than it takes, and one of all the IMSS. */
async function overfill({ browser: { context } }: Stage): Promise<void> {
  const cookie = { path: '/', secure: true, value: 'x'.repeat(2_500) };
  await context.addCookies([
    { ...cookie, name: 'JSESSIONID', domain: 'buzon.imss.gob.mx' },
    { ...cookie, name: 'ultima_pagina_visitada_en_el_portal', domain: 'buzon.imss.gob.mx' },
    { ...cookie, name: 'sesion', domain: '.imss.gob.mx', value: 'abc' },
  ]);
}

async function diagnoseSession(stage: Stage): Promise<Page> {
  await overfill(stage);
  return await diagnoseFault(stage, { cookieLimit });
}

async function repaired(stage: Stage): Promise<Page> {
  const app = await diagnoseSession(stage);
  await runRepairOnScreen(app);
  await app.locator('[data-field=change]').first().waitFor();
  return app;
}

export const portalFaults: Act = {
  name: 'the portal fails',
  prepare: async () => undefined,
  scenes: [
    {
      name: 'diagnosis-portal-down',
      of: 'app',
      show: async (stage) => openFolded(await diagnoseFault(stage, { down: 503 }), 'checklist'),
      after: mendPortal,
    },
    {
      name: 'repair-preview',
      of: 'app',
      show: async (stage) => openRepair(await diagnoseSession(stage)),
      after: mendPortal,
    },
    { name: 'repair-solved', of: 'app', show: repaired, after: mendPortal },
    {
      name: 'repair-undone',
      of: 'app',
      async show(stage) {
        const app = await repaired(stage);
        await app.locator('[data-action=undo]').click();
        await app.locator('[data-field=change][data-state=undone]').waitFor();
        return app;
      },
      async after(stage) {
        await stage.browser.context.clearCookies();
        await mendPortal(stage);
      },
    },
  ],
};
