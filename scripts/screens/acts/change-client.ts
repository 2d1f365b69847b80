/** Somebody is in at a portal, and somebody else wants to be. */
import { fillFromPopup, pages, pressValidate, resultOf } from '../../person.ts';
import { openPopup, type Popup } from '../../popup.ts';
import { chooseSafety, keepFiles } from '../../prepare.ts';
import type { Stage } from '../../stage.ts';
import type { Act } from '../scene.ts';
import { forgetClients, keepOnce, unlock, visit } from '../steps.ts';

const inside = new URL('/buzonimss/inicio', pages.fill).href;

const passwordOf = ({ pki }: Stage): string => pki.credentials.person.password;

/** The one with the very long name is in. */
async function enter(stage: Stage): Promise<void> {
  const { longName } = stage.pki.credentials;
  await keepFiles(stage.browser, longName, passwordOf(stage));
  const page = await visit(stage, pages.fill);
  const popup = await fillFromPopup(stage.browser, page, passwordOf(stage));
  await popup.close();
  await pressValidate(page);
  await resultOf(page);
}

async function popupInside(stage: Stage): Promise<Popup> {
  const popup = await openPopup(stage.browser, await visit(stage, inside));
  await popup.waitFor("document.querySelector('[data-action=change-client]')");
  return popup;
}

async function changing(stage: Stage, typed = ''): Promise<Popup> {
  const popup = await popupInside(stage);
  await popup.click('[data-action=change-client]');
  await popup.waitFor("document.querySelector('.clients input')");
  await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
  if (typed !== '') {
    await popup.click('input[type=search]');
    await popup.type(typed);
  }
  return popup;
}

export const changeClient: Act = {
  name: 'somebody else is in at the portal',
  async prepare(stage) {
    const { person, ...others } = stage.pki.credentials;
    await chooseSafety(stage.browser);
    await forgetClients(stage);
    await keepOnce(stage, person);
    const { personAes, company, enie, ampersand, notYetValid, expired } = others;
    for (const each of [personAes, company, enie, ampersand, notYetValid, expired]) {
      await keepOnce(stage, each, passwordOf(stage));
    }
    await unlock(stage, passwordOf(stage));
    await enter(stage);
  },
  scenes: [
    { name: 'popup-client', of: 'popup', show: popupInside },
    { name: 'popup-client-change', of: 'popup', show: (stage) => changing(stage) },
    {
      name: 'popup-client-not-chosen',
      of: 'popup',
      async show(stage) {
        const popup = await changing(stage);
        await popup.click('[data-field=leave-client] button.primary');
        await popup.waitFor("document.querySelector('.failure')");
        return popup;
      },
    },
    {
      name: 'popup-client-none-found',
      of: 'popup',
      async show(stage) {
        const popup = await changing(stage, 'nadie');
        await popup.waitFor("!document.querySelector('.clients input')");
        return popup;
      },
    },
    {
      name: 'popup-client-still-open',
      of: 'popup',
      async show(stage) {
        const { company } = stage.pki.credentials;
        await keepFiles(stage.browser, company, passwordOf(stage));
        const popup = await openPopup(stage.browser, await visit(stage, pages.fill));
        await popup.waitFor("document.querySelector('[data-field=other-client]')");
        await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
        return popup;
      },
    },
    {
      name: 'popup-client-left',
      of: 'popup',
      async show(stage) {
        const popup = await changing(stage, 'ferreteria');
        await popup.waitFor("document.querySelector('.clients input:checked')");
        await popup.click('[data-field=leave-client] button.primary[aria-disabled=false]');
        await popup.waitFor("document.querySelector('.client-left')");
        await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
        return popup;
      },
    },
  ],
};
