/** A portal asks the widget for something, and gives an acuse back. */
import type { Page } from 'playwright-core';
import { noticeUrl, openNotice, popupOverNotice, signNotice } from '../../notice.ts';
import { openApp } from '../../person.ts';
import type { Popup } from '../../popup.ts';
import { chooseSafety, keepFiles } from '../../prepare.ts';
import type { Stage } from '../../stage.ts';
import type { Act } from '../scene.ts';
import { visit } from '../steps.ts';

const rows = Array.from({ length: 30 }, (_each, index) => `DATO ${index + 1}|Valor ${index + 1}`);

async function popupFor(stage: Stage, query: Parameters<typeof openNotice>[1]): Promise<Popup> {
  const page = await visit(stage, noticeUrl);
  await openNotice(page, query);
  return await popupOverNotice(stage.browser, page);
}

async function historyOf({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'historial');
  await app.locator('[data-field=acuse]').first().waitFor();
  return app;
}

export const askedByPortal: Act = {
  name: 'a portal asks to sign, and gives an acuse back',
  async prepare(stage) {
    await chooseSafety(stage.browser);
    await keepFiles(stage.browser, stage.pki.credentials.person);
  },
  scenes: [
    {
      name: 'popup-ask',
      of: 'popup',
      show: (stage) => popupFor(stage, { rfc: stage.pki.credentials.person.rfc }),
    },
    {
      name: 'popup-ask-long',
      of: 'popup',
      show: (stage) => popupFor(stage, { cadena: `||${rows.join('|')}||` }),
    },
    {
      name: 'popup-ask-fields',
      of: 'popup',
      show: (stage) => popupFor(stage, { cadena: '||1.0|a1b2|Acepto los términos|3 de mayo||' }),
    },
    {
      name: 'popup-ask-warnings',
      of: 'popup',
      show(stage) {
        const { rfc, curp = '' } = stage.pki.credentials.enie;
        return popupFor(stage, { cadena: `||RFC|${rfc}|CURP|${curp}|ACTO|\u{202E}<b>oirartnoC</b>||` });
      },
    },
    {
      name: 'popup-ask-unread',
      of: 'popup',
      async show(stage) {
        const page = await visit(stage, noticeUrl);
        const operation = { operacion: 'firmaCMS', cad_original: 'x'.repeat(64 * 1024 + 1) };
        await page.locator('[name=params]').evaluate((field, params) => {
          (field as HTMLInputElement).value = params;
        }, JSON.stringify(operation));
        await page.locator('#firmar').click();
        await page.frameLocator('#firmaIframe').locator('#inputPassword').waitFor();
        return await popupOverNotice(stage.browser, page);
      },
    },
    {
      name: 'popup-ask-wants',
      of: 'popup',
      async show(stage) {
        const popup = await popupFor(stage, { rfc: stage.pki.credentials.person.rfc });
        await popup.evaluate("document.querySelector('[data-field=ask-wants]').scrollIntoView()");
        return popup;
      },
    },
    {
      name: 'history-acuse',
      of: 'app',
      async show(stage) {
        const { rfc, password } = stage.pki.credentials.person;
        const page = await visit(stage, noticeUrl);
        await openNotice(page, { rfc });
        await signNotice(stage.browser, page, password);
        return await historyOf(stage);
      },
    },
    {
      name: 'history-acuse-cadena',
      of: 'app',
      async show(stage) {
        const app = await historyOf(stage);
        await app.locator('[data-field=acuse] summary').first().click();
        return app;
      },
    },
    {
      name: 'history-acuse-remove',
      of: 'app',
      async show(stage) {
        const app = await historyOf(stage);
        await app.locator('[data-action=remove-acuse]').first().click();
        await app.locator('dialog[open]').waitFor();
        return app;
      },
    },
  ],
};
