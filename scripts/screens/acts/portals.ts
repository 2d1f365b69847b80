/** Sign-in pages of portals as they are: what the popup says over each of them. */
import { satSites, setGrantedStage } from '../../granted-stage.ts';
import { openPopup, type Popup } from '../../popup.ts';
import { chooseSafety, keepFiles } from '../../prepare.ts';
import type { Stage } from '../../stage.ts';
import type { Act, Scene } from '../scene.ts';
import { screenArgs } from '../stage.ts';
import { visit } from '../steps.ts';

const idse = 'https://idse.imss.gob.mx/imss/';
const escritorio = 'https://serviciosdigitales.imss.gob.mx/portal-web/portal';
const sat = 'https://loginda.siat.sat.gob.mx/nidp/app/login';

/** The popup over a page, once `shown` can be seen in it. */
async function popupAt(stage: Stage, url: string, shown: string): Promise<Popup> {
  const page = await visit(stage, url);
  if (url === escritorio) {
    await page.locator('#enviarForm').click();
    await page.frameLocator('#formFirmaDigital').locator('#inputPassword').waitFor();
  }
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor(`document.querySelector(${JSON.stringify(shown)})`);
  return popup;
}

const armed = 'form.approval button.primary[aria-disabled=false]';

const scene = (name: string, url: string, shown: string): Scene => ({
  name,
  of: 'popup',
  show: (stage) => popupAt(stage, url, shown),
});

export const portals: Act = {
  name: 'portals as they are',
  async prepare() {
    const stage = await setGrantedStage(satSites, { browser: { extraArgs: screenArgs } });
    await chooseSafety(stage.browser);
    await keepFiles(stage.browser, stage.pki.credentials.longName);
    return stage;
  },
  scenes: [
    scene('popup-escritorio-company', escritorio, '.failure'),
    scene('popup-idse', idse, armed),
    {
      name: 'popup-idse-what-is-signed',
      of: 'popup',
      async show(stage) {
        const popup = await popupAt(stage, idse, armed);
        await popup.click('details:has([data-field=signed-text]) summary');
        return popup;
      },
    },
    {
      name: 'popup-idse-by-form',
      of: 'popup',
      async show(stage) {
        const popup = await popupAt(stage, idse, '[data-action=fill-instead]');
        // What comes in above it may move it away under the click.
        await popup.evaluate("document.querySelector('[data-action=fill-instead]').click()");
        await popup.waitFor("document.querySelector('.destination')");
        return popup;
      },
    },
    scene('popup-sat', `${sat}?id=fiel`, armed),
    scene('popup-sat-other-way', `${sat}?id=SATUPCFDiCon`, '.failure'),
    scene('popup-form-not-known', 'https://idse.imss.gob.mx/otra', '.popup-footer'),
  ],
};
