/** One e.firma is kept, and the person presses the icon. */
import type { Page } from 'playwright-core';
import { pages } from '../../person.ts';
import { openPopup, type Popup } from '../../popup.ts';
import { chooseSafety } from '../../prepare.ts';
import type { Stage } from '../../stage.ts';
import { keepAnswer, revokedLately } from '../revocation-answer.ts';
import type { Act } from '../scene.ts';
import { forgetClients, keepOnce, lock, popupOver, unlock, visit } from '../steps.ts';

const ofPerson = ({ pki }: Stage) => pki.credentials.person;

async function approveIn(popup: Popup, password: string | undefined): Promise<Popup> {
  // A page that is not there is a sign-in that failed: the popup opens on that.
  await popup.waitFor("document.querySelector('.popup-footer')");
  if (await popup.evaluate("document.querySelector('.seen-failure') !== null")) {
    await popup.click('.seen-failure .plain');
  }
  if (password !== undefined) {
    await popup.click('form.approval input[type=password]');
    await popup.type(password);
  }
  await popup.click('form.approval button.primary[aria-disabled=false]');
  return popup;
}

/** A page of the bridge's portal that asks for this, or for nothing, when it is told to sign in. */
async function bridgeThatAsks(stage: Stage, request: object | undefined): Promise<Page> {
  const page = await visit(stage, `${pages.bridge}/nada`);
  if (!request) return page;
  await page.evaluate((wanted) => {
    const { firmaLista } = window as unknown as {
      firmaLista: { authenticate: (request: object) => Promise<object> };
    };
    const nonce = 'A'.repeat(43);
    window.addEventListener('firma-lista:sign-in', () => {
      firmaLista.authenticate({ nonce, ...wanted }).catch(() => undefined);
    });
  }, request);
  return page;
}

export const oneInPopup: Act = {
  name: 'one e.firma is kept, in the popup',
  async prepare(stage) {
    await chooseSafety(stage.browser);
    await keepOnce(stage, ofPerson(stage));
    await unlock(stage, ofPerson(stage).password);
  },
  scenes: [
    {
      name: 'popup-elsewhere-locked',
      of: 'popup',
      async show(stage) {
        await lock(stage);
        return await popupOver(stage);
      },
    },
    {
      name: 'popup-elsewhere-wrong-password',
      of: 'popup',
      async show(stage) {
        await lock(stage);
        const popup = await popupOver(stage);
        await popup.click('.unlock summary');
        await popup.click('.unlock input');
        await popup.type('no es ésta');
        await popup.click('.unlock button.primary');
        await popup.waitFor("document.querySelector('.failure')");
        return popup;
      },
    },
    {
      name: 'popup-elsewhere-unlocked',
      of: 'popup',
      async show(stage) {
        await unlock(stage, ofPerson(stage).password);
        return await popupOver(stage);
      },
    },
    {
      name: 'popup-revoked',
      of: 'popup',
      async show(stage) {
        await keepAnswer(stage, ofPerson(stage).readCertificate(), revokedLately());
        const popup = await popupOver(stage);
        await popup.waitFor("document.querySelector('.card[data-state=revoked]')");
        return popup;
      },
      after: (stage) => keepAnswer(stage, ofPerson(stage).readCertificate(), { status: 'good' }),
    },
    { name: 'popup-fill', of: 'popup', show: (stage) => popupOver(stage, pages.fill) },
    {
      name: 'popup-fill-wrong-password',
      of: 'popup',
      async show(stage) {
        const popup = await approveIn(await popupOver(stage, pages.fill), 'no es ésta');
        await popup.waitFor("document.querySelector('.failure')");
        return popup;
      },
    },
    {
      name: 'popup-fill-done',
      of: 'popup',
      async show(stage) {
        const { password } = ofPerson(stage);
        const popup = await approveIn(await popupOver(stage, pages.fill), password);
        await popup.waitFor("document.querySelector('.done')");
        return popup;
      },
      after: forgetClients,
    },
    {
      name: 'popup-form-not-found',
      of: 'popup',
      async show(stage) {
        const page = await visit(stage, pages.fill);
        await page.locator('#formFirmaDigital').evaluate((frame) => frame.remove());
        const popup = await openPopup(stage.browser, page);
        await popup.waitFor("document.querySelector('.failure')");
        return popup;
      },
    },
    {
      name: 'popup-bridge',
      of: 'popup',
      async show(stage) {
        await unlock(stage, ofPerson(stage).password);
        return await popupOver(stage, pages.bridge);
      },
    },
    {
      name: 'popup-bridge-locked',
      of: 'popup',
      async show(stage) {
        await lock(stage);
        return await popupOver(stage, pages.bridge);
      },
      after: (stage) => unlock(stage, ofPerson(stage).password),
    },
    {
      name: 'popup-bridge-curp',
      of: 'popup',
      async show(stage) {
        const popup = await openPopup(stage.browser, await bridgeThatAsks(stage, { curp: true }));
        await approveIn(popup, undefined);
        await popup.waitFor("document.querySelector('form.approval input[type=checkbox]')");
        return popup;
      },
    },
    {
      name: 'popup-bridge-page-did-not-ask',
      of: 'popup',
      async show(stage) {
        const popup = await openPopup(stage.browser, await bridgeThatAsks(stage, undefined));
        await approveIn(popup, undefined);
        await popup.waitFor("document.querySelector('.failure')");
        return popup;
      },
    },
    {
      name: 'popup-bridge-done',
      of: 'popup',
      async show(stage) {
        const popup = await approveIn(await popupOver(stage, pages.bridge), undefined);
        await popup.waitFor("document.querySelector('.done')");
        return popup;
      },
      after: forgetClients,
    },
  ],
};
