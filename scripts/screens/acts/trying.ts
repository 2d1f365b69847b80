/** Kept e.firmas are tried and copied out; what the settings say of asking and of trusting. */
import type { Page } from 'playwright-core';
import { bring, openApp } from '../../person.ts';
import { chooseSafety, payloadOf } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import { tellWorker } from '../../tell-worker.ts';
import { keepAnswer, revokedLately } from '../revocation-answer.ts';
import type { Act, Scene } from '../scene.ts';
import { keepOnce, lock, unlock } from '../steps.ts';
import { askSat, wantRevocation } from '../settings-steps.ts';
import { exportWith, openExport, tryKept, unfold } from '../trial-steps.ts';

const person = ({ pki }: Stage) => pki.credentials.person;
const open = (stage: Stage) => unlock(stage, person(stage).password);

async function bringAuthority({ browser }: Stage, path: string): Promise<Page> {
  const app = await openApp(browser, 'ajustes');
  await app.locator('[data-field=authorities] li').first().waitFor();
  await app.locator('input[name=authority]').setInputFiles(path);
  await app.locator('[data-field=trust] :is([data-field=new-authority], .failure)').waitFor();
  return app;
}

async function addAuthority(stage: Stage): Promise<Page> {
  const app = await bringAuthority(stage, stage.pki.root.cerPath);
  const add = app.locator('[data-action=add-authority]');
  if ((await add.count()) > 0) await add.click();
  else await app.locator('[data-field=new-authority] button').click();
  await app.locator('li[data-origin=added]').waitFor();
  return app;
}

async function openRemoval(stage: Stage): Promise<Page> {
  const app = await addAuthority(stage);
  await app.locator('li[data-origin=added] button').click();
  await app.locator('dialog').waitFor();
  return app;
}

async function removeByHand(stage: Stage): Promise<void> {
  const app = await openRemoval(stage);
  await app.locator('dialog button.primary').click();
  await app.locator('li[data-origin=added]').waitFor({ state: 'detached' });
  await app.close();
}

/** Trusts the issuer of the e.firmas, or not any more. */
async function trustIssuer({ browser, pki }: Stage, isTrusted: boolean): Promise<void> {
  const file = await payloadOf(pki.authority.cerPath);
  const { sha256 } = await tellWorker(browser, 'readAuthority', file);
  if (isTrusted) await tellWorker(browser, 'addAuthority', { file, sha256 });
  else await tellWorker(browser, 'removeAuthority', { sha256 });
}

/** The issuer is trusted, and the SAT has answered. */
async function tryAnswered(stage: Stage, told: Parameters<typeof keepAnswer>[2]): Promise<Page> {
  await wantRevocation(stage, true);
  await trustIssuer(stage, true);
  await keepAnswer(stage, person(stage).readCertificate(), told);
  return await tryKept(stage, person(stage));
}

async function forgetAnswer(stage: Stage): Promise<void> {
  await keepAnswer(stage, person(stage).readCertificate(), { status: 'good' });
  await wantRevocation(stage, false);
  await trustIssuer(stage, false);
}

const trials: readonly Scene[] = [
  { name: 'trial', of: 'app', show: (stage) => tryKept(stage, person(stage)) },
  {
    name: 'trial-signed-text',
    of: 'app',
    show: async (stage) => unfold(await tryKept(stage, person(stage))),
  },
  {
    name: 'report-of-trial',
    of: 'app',
    async show(stage) {
      const app = await tryKept(stage, person(stage));
      await app.locator('a[data-field=support]').click();
      await app.locator('[data-field=report][data-settled=true]').waitFor();
      await app.context().grantPermissions(['clipboard-write']);
      await app.locator('[data-action=copy]').click();
      await app.getByText(say('report_copied')).waitFor();
      return app;
    },
  },
  {
    name: 'trial-expired',
    of: 'app',
    show: (stage) => tryKept(stage, stage.pki.credentials.expired),
  },
  {
    name: 'trial-not-revoked',
    of: 'app',
    show: (stage) => tryAnswered(stage, { status: 'good' }),
    after: forgetAnswer,
  },
  {
    name: 'trial-revoked',
    of: 'app',
    show: (stage) => tryAnswered(stage, revokedLately()),
    after: forgetAnswer,
  },
  {
    name: 'trial-long-name',
    of: 'app',
    show: (stage) => tryKept(stage, stage.pki.credentials.longName),
  },
  {
    name: 'trial-locked',
    of: 'app',
    async show(stage) {
      await lock(stage);
      const app = await openApp(stage.browser, 'certificados');
      await app.locator('[data-action=try]').first().click();
      await app.locator('[data-field=trial-unlock]').waitFor();
      return app;
    },
    after: open,
  },
  {
    name: 'trial-wrong-password',
    of: 'app',
    async show(stage) {
      await lock(stage);
      return await tryKept(stage, person(stage), 'no es ésta');
    },
    after: open,
  },
  {
    name: 'trial-with-password',
    of: 'app',
    async show(stage) {
      await lock(stage);
      return await tryKept(stage, person(stage), person(stage).password);
    },
  },
];

const brought: readonly Scene[] = [
  {
    name: 'import-key-of-another-kept',
    of: 'app',
    async show(stage) {
      const { expired } = stage.pki.credentials;
      const app = await openApp(stage.browser, 'certificados');
      await bring(app, [person(stage).cerPath, expired.keyPath], expired.password, 'review');
      return app;
    },
  },
  {
    name: 'import-used-expired',
    of: 'app',
    async show(stage) {
      const { cerPath, keyPath, password } = stage.pki.credentials.expired;
      const app = await openApp(stage.browser, 'certificados');
      await bring(app, [cerPath, keyPath], password, 'use');
      return app;
    },
    after: async (stage) => {
      await lock(stage);
      await open(stage);
    },
  },
];

const copies: readonly Scene[] = [
  { name: 'export', of: 'app', show: (stage) => openExport(stage, person(stage)) },
  {
    name: 'export-wrong-password',
    of: 'app',
    show: (stage) => exportWith(stage, person(stage), 'no es ésta'),
  },
  {
    name: 'export-ready',
    of: 'app',
    show: (stage) => exportWith(stage, person(stage), person(stage).password),
  },
];

const settings: readonly Scene[] = [
  { name: 'settings-revocation-refused', of: 'app', show: (stage) => askSat(stage, false) },
  {
    name: 'settings-revocation-on',
    of: 'app',
    async show(stage) {
      const app = await askSat(stage, true);
      await app.locator('[data-field=revocation] [role=switch][aria-checked=true]').waitFor();
      return app;
    },
    after: (stage) => wantRevocation(stage, false),
  },
  {
    name: 'settings-revocation-withdrawn',
    of: 'app',
    async show(stage) {
      await wantRevocation(stage, true);
      const app = await openApp(stage.browser, 'ajustes');
      await app.getByText(say('revocation_withdrawn')).waitFor();
      return app;
    },
    after: (stage) => wantRevocation(stage, false),
  },
  {
    name: 'settings-authority-compare',
    of: 'app',
    show: (stage) => bringAuthority(stage, stage.pki.root.cerPath),
  },
  {
    name: 'settings-not-an-authority',
    of: 'app',
    show: (stage) => bringAuthority(stage, person(stage).cerPath),
  },
  { name: 'settings-authority-added', of: 'app', show: (stage) => addAuthority(stage) },
  { name: 'settings-authority-remove', of: 'app', show: (stage) => openRemoval(stage),
    after: removeByHand,
  },
];

export const trying: Act = {
  name: 'e.firmas are tried and copied out',
  async prepare(stage) {
    const { expired, longName } = stage.pki.credentials;
    const { password } = person(stage);
    await chooseSafety(stage.browser);
    await keepOnce(stage, person(stage));
    for (const files of [expired, longName]) await keepOnce(stage, files, password);
    await open(stage);
  },
  scenes: [...trials, ...brought, ...copies, ...settings],
};
