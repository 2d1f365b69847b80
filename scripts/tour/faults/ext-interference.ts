import { runRepairOnScreen } from '../../diagnosis-screen.ts';
import { grantOptional } from '../../grants.ts';
import { fillFromPopup, pressValidate } from '../../person.ts';
import type { Fault } from './fault.ts';
import { writeInterferingExtension } from './interfering-extension.ts';
import { settleIn } from './scene.ts';

/** Another extension talks into the portal's page and closes the dialog in which one signs. */
export default {
  id: 'ext.interference',
  signedInAfter: true,
  async inject(scene) {
    const { directory, profile, files } = scene;
    await grantOptional(profile, ['management']);
    const browser = await scene.launch({
      extraExtensions: [await writeInterferingExtension(directory)],
    });
    await settleIn(scene, files);
    const page = await browser.context.newPage();
    const popup = await fillFromPopup(browser, page, files.password);
    await popup.close();
    await pressValidate(page);
    await page.locator('#formFirmaDigital').waitFor({ state: 'detached' });
    return page;
  },
  async mend(_scene, screen) {
    await runRepairOnScreen(screen);
  },
} as const satisfies Fault;
