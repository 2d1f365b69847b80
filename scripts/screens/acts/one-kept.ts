/** One e.firma is kept. */
import type { Page } from 'playwright-core';
import { bring, openApp, pages } from '../../person.ts';
import { chooseSafety } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import type { Act, Scene } from '../scene.ts';
import { windowSize } from '../sizes.ts';
import { asked, keepOnce, lock, unlock, visit } from '../steps.ts';
import { press, withoutPopup } from '../ways-in.ts';

const ofPerson = ({ pki }: Stage) => pki.credentials.person;

async function certificates({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'certificados');
  await app.locator('[data-field=credentials]').waitFor();
  return app;
}

async function bringAnother(stage: Stage): Promise<Page> {
  const app = await certificates(stage);
  const { cerPath, keyPath, password } = stage.pki.credentials.company;
  await bring(app, [cerPath, keyPath], password, 'save');
  await app.getByLabel(say('password_vault'), { exact: true }).waitFor();
  return app;
}

async function openRemoval(stage: Stage): Promise<Page> {
  const app = await certificates(stage);
  await app.getByText(say('certificates_remove')).click();
  await app.locator('dialog').waitFor();
  return app;
}

async function changePassword(
  { browser }: Stage,
  current: string,
  next: string,
  again = next,
): Promise<Page> {
  const app = await openApp(browser, 'ajustes');
  const type = async (label: Parameters<typeof say>[0], text: string) =>
    app.getByLabel(say(label), { exact: true }).fill(text);
  await type('settings_password_current', current);
  await type('settings_password_next', next);
  await type('settings_password_again', again);
  await app.getByRole('button', { name: say('settings_password_change') }).click();
  await app.locator('form.stack :is(.failure, .field-error, .done)').waitFor();
  return app;
}

const approvalOfNothing = (name: string, query: string): Scene => ({
  name,
  of: 'approval',
  async show({ browser: { context, extensionId } }) {
    const window = await context.newPage();
    await window.setViewportSize(windowSize);
    await window.goto(`chrome-extension://${extensionId}/src/approval/index.html?${query}`);
    await window.locator('.failure').waitFor();
    return window;
  },
});

export const oneKept: Act = {
  name: 'one e.firma is kept',
  async prepare(stage) {
    await chooseSafety(stage.browser);
    await keepOnce(stage, ofPerson(stage));
    await unlock(stage, ofPerson(stage).password);
  },
  scenes: [
    { name: 'certificates-one', of: 'app', show: certificates },
    {
      name: 'import-updated',
      of: 'app',
      async show(stage) {
        const app = await certificates(stage);
        const { cerPath, keyPath, password } = ofPerson(stage);
        await bring(app, [cerPath, keyPath], password, 'save');
        await app.locator('[data-outcome=updated] .done').waitFor();
        return app;
      },
    },
    { name: 'import-asks-vault-password', of: 'app', show: bringAnother },
    {
      name: 'import-wrong-vault-password',
      of: 'app',
      async show(stage) {
        const app = await bringAnother(stage);
        await app.getByLabel(say('password_vault'), { exact: true }).fill('no es ésta');
        await app.locator('[data-action=save]').click();
        await app.getByText(say('error_wrong_vault_password')).waitFor();
        return app;
      },
    },
    { name: 'remove', of: 'app', show: openRemoval },
    {
      name: 'remove-wrong-password',
      of: 'app',
      async show(stage) {
        const app = await openRemoval(stage);
        await app.locator('dialog input').fill('no es ésta');
        await app.locator('dialog button.primary').click();
        await app.locator('dialog .failure').waitFor();
        return app;
      },
    },
    {
      name: 'settings',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'ajustes');
        await app.getByLabel(say('settings_password_again'), { exact: true }).waitFor();
        return app;
      },
    },
    {
      name: 'settings-saved',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'ajustes');
        await app.getByRole('button', { name: say('settings_save') }).click();
        await app.locator('.done').waitFor();
        return app;
      },
    },
    {
      name: 'settings-passwords-differ',
      of: 'app',
      show: (stage) => changePassword(stage, 'una', 'la nueva larga', 'la nueva largo'),
    },
    {
      name: 'settings-wrong-password',
      of: 'app',
      show: (stage) => changePassword(stage, 'no es ésta', 'la nueva larga'),
    },
    {
      name: 'settings-password-changed',
      of: 'app',
      show: (stage) => changePassword(stage, ofPerson(stage).password, 'la nueva larga'),
      async after(stage) {
        const app = await changePassword(stage, 'la nueva larga', ofPerson(stage).password);
        await app.close();
      },
    },
    { name: 'approval', of: 'approval', show: (stage) => asked(stage) },
    { name: 'approval-curp', of: 'approval', show: (stage) => asked(stage, { curp: true }) },
    {
      name: 'approval-locked',
      of: 'approval',
      async show(stage) {
        await lock(stage);
        return await asked(stage);
      },
      after: (stage) => unlock(stage, ofPerson(stage).password),
    },
    approvalOfNothing('approval-gone', 'request=none'),
    approvalOfNothing('approval-of-no-portal', 'tab=1'),
    {
      name: 'approval-in-the-place-of-the-popup',
      of: 'approval',
      async show(stage) {
        await visit(stage, pages.fill);
        const window = await withoutPopup(stage, () => press(stage, 'command', pages.fill));
        await window.locator('button.primary[aria-disabled=false]').waitFor();
        return window;
      },
    },
  ],
};
