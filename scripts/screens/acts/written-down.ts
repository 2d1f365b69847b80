/** What is written down of an e.firma, what people come for, and what they look up. */
import type { Page } from 'playwright-core';
import type { PurposeId, SignatureState } from '../../../src/signatures/index.ts';
import { openApp } from '../../person.ts';
import { chooseSafety } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import type { Act } from '../scene.ts';
import { keepOnce } from '../steps.ts';

async function openAccount({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'certificados');
  await app.locator('[data-action=account]').first().click();
  await app.locator('dialog button.primary[aria-disabled=false]').waitFor();
  return app;
}

async function search({ browser }: Stage, text: string): Promise<Page> {
  const app = await openApp(browser, 'tramites');
  await app.getByLabel(say('procedures_search')).fill(text);
  return app;
}

async function lookUp({ browser }: Stage, text: string): Promise<Page> {
  const app = await openApp(browser, 'ayuda');
  await app.getByLabel(say('help_search')).fill(text);
  return app;
}

async function ask({ browser }: Stage, purpose: PurposeId, state: SignatureState): Promise<Page> {
  const app = await openApp(browser, 'sin-firma');
  await app.locator(`input[value=${purpose}]`).check();
  await app.locator(`input[value=${state}]`).check();
  await app.locator('[data-field=way]').first().waitFor();
  return app;
}

export const writtenDown: Act = {
  name: 'what is written down, and what people come for',
  async prepare(stage) {
    await chooseSafety(stage.browser);
    await keepOnce(stage, stage.pki.credentials.person);
    return undefined;
  },
  scenes: [
    {
      name: 'account',
      of: 'app',
      async show(stage) {
        const app = await openAccount(stage);
        await app.getByLabel(say('account_nss')).fill('0165 4411 370');
        await app.locator('dialog button.primary').click();
        await app.getByText(say('account_doubtful')).waitFor();
        return app;
      },
    },
    {
      name: 'account-idse-wrong-password',
      of: 'app',
      async show(stage) {
        const app = await openAccount(stage);
        await app.getByLabel(say('account_idse_user')).fill('usuario');
        await app.getByLabel(say('account_idse_password'), { exact: true }).fill('clave de idse');
        await app.getByLabel(say('password_vault'), { exact: true }).fill('no es ésta');
        await app.locator('dialog button.primary').click();
        await app.locator('dialog .failure').waitFor();
        return app;
      },
    },
    {
      name: 'procedures',
      of: 'app',
      async show(stage) {
        const app = await search(stage, '');
        await app.locator('.procedures summary').nth(1).click();
        await app.locator('.procedures summary').nth(7).click();
        return app;
      },
    },
    { name: 'procedures-found', of: 'app', show: (stage) => search(stage, 'alta de trabajadores') },
    { name: 'procedures-none', of: 'app', show: (stage) => search(stage, 'pasaporte') },
    { name: 'signature', of: 'app', show: ({ browser }) => openApp(browser, 'sin-firma') },
    { name: 'signature-first', of: 'app', show: (stage) => ask(stage, 'portal', 'never') },
    { name: 'signature-idse', of: 'app', show: (stage) => ask(stage, 'idse', 'expired-year') },
    { name: 'help', of: 'app', show: (stage) => lookUp(stage, '') },
    {
      name: 'help-found',
      of: 'app',
      async show(stage) {
        const app = await lookUp(stage, 'ya venció');
        await app.locator('.help-list summary').first().click();
        return app;
      },
    },
    { name: 'help-none', of: 'app', show: (stage) => lookUp(stage, 'xilófono') },
  ],
};
