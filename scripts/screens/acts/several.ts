/** Several e.firmas are kept: a company's, one with Ñ, an expired one, one with a very long name. */
import type { Page } from 'playwright-core';
import { bring, openApp, pages, type Files } from '../../person.ts';
import { openPopup } from '../../popup.ts';
import { chooseSafety, keepFiles } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import type { Act } from '../scene.ts';
import { asked, keepOnce, lock, popupOver, typeAndApprove, unlock, visit } from '../steps.ts';

const passwordOf = ({ pki }: Stage): string => pki.credentials.person.password;

async function lockedApproval(stage: Stage, password: string): Promise<Page> {
  await lock(stage);
  const window = await asked(stage);
  await typeAndApprove(window, password);
  return window;
}

/** By hand: nowhere else is the box unticked. */
async function keepNotForForms(
  { browser }: Stage,
  { cerPath, keyPath, password }: Files,
  vaultPassword: string,
): Promise<void> {
  const app = await openApp(browser, 'certificados');
  await app.locator('[name=keepFill]').uncheck();
  await bring(app, [cerPath, keyPath], password, 'save');
  await app.getByLabel(say('password_vault'), { exact: true }).fill(vaultPassword);
  await app.locator('[data-action=save]').click();
  await app.locator('[data-outcome]').waitFor();
  await app.close();
}

/** The history has something that was signed. */
async function signOnce(stage: Stage): Promise<void> {
  const window = await asked(stage, { rfc: stage.pki.credentials.person.rfc });
  await Promise.all([
    window.waitForEvent('close'),
    window.locator('button.primary[aria-disabled=false]').click(),
  ]);
}

export const several: Act = {
  name: 'several e.firmas are kept',
  async prepare(stage) {
    const { person, company, longName, expired, enie } = stage.pki.credentials;
    await chooseSafety(stage.browser);
    await keepOnce(stage, person);
    await unlock(stage, passwordOf(stage));
    await signOnce(stage);
    const vaultPassword = passwordOf(stage);
    for (const files of [company, longName, expired]) await keepOnce(stage, files, vaultPassword);
    await keepNotForForms(stage, enie, vaultPassword);
    await unlock(stage, passwordOf(stage));
  },
  scenes: [
    {
      name: 'certificates-several',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'certificados');
        await app.locator('[data-field=credentials] li').nth(4).waitFor();
        return app;
      },
    },
    {
      name: 'history',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'historial');
        await app.locator('[data-field=audit-entry]').first().waitFor();
        return app;
      },
    },
    {
      name: 'history-digest',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'historial');
        await app.locator('.digest summary').first().click();
        return app;
      },
    },
    {
      name: 'history-locked',
      of: 'app',
      async show(stage) {
        await lock(stage);
        const app = await openApp(stage.browser, 'historial');
        await app.getByText(say('history_unverified')).waitFor();
        return app;
      },
      after: (stage) => unlock(stage, passwordOf(stage)),
    },
    {
      name: 'popup-not-kept-for-forms',
      of: 'popup',
      async show(stage) {
        const popup = await openPopup(stage.browser, await visit(stage, pages.fill));
        await popup.waitFor("document.querySelector('.failure')");
        return popup;
      },
    },
    { name: 'approval-several', of: 'approval', show: (stage) => asked(stage) },
    {
      name: 'approval-company-curp',
      of: 'approval',
      show: (stage) => asked(stage, { rfc: stage.pki.credentials.company.rfc, curp: true }),
    },
    {
      name: 'approval-long-name-curp',
      of: 'approval',
      show: (stage) => asked(stage, { rfc: stage.pki.credentials.longName.rfc, curp: true }),
    },
    {
      name: 'approval-several-long-name',
      of: 'approval',
      async show(stage) {
        const { rfc, legalName } = stage.pki.credentials.longName;
        const window = await asked(stage);
        await window.locator('select').selectOption({ label: `${rfc} · ${legalName}` });
        return window;
      },
    },
    {
      name: 'approval-several-expired',
      of: 'approval',
      async show(stage) {
        const { rfc, legalName } = stage.pki.credentials.expired;
        const window = await asked(stage);
        await window.locator('select').selectOption({ label: `${rfc} · ${legalName}` });
        return window;
      },
    },
    {
      name: 'approval-several-wrong-password',
      of: 'approval',
      async show(stage) {
        const window = await lockedApproval(stage, 'no es ésta');
        await window.locator('.failure').waitFor();
        return window;
      },
      after: (stage) => unlock(stage, passwordOf(stage)),
    },
    {
      name: 'approval-several-no-password',
      of: 'approval',
      async show(stage) {
        const window = await lockedApproval(stage, '');
        await window.locator('.failure').waitFor();
        return window;
      },
      after: (stage) => unlock(stage, passwordOf(stage)),
    },
    {
      name: 'popup-elsewhere-several',
      of: 'popup',
      async show(stage) {
        const popup = await popupOver(stage);
        await popup.waitFor("document.querySelector('select')");
        return popup;
      },
    },
    {
      name: 'popup-fill-long-name',
      of: 'popup',
      async show(stage) {
        const { longName } = stage.pki.credentials;
        await keepFiles(stage.browser, longName, passwordOf(stage));
        const popup = await popupOver(stage, pages.fill);
        await popup.waitFor("document.querySelector('select')");
        return popup;
      },
    },
  ],
};
