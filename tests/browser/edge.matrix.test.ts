/** In the words of Edge, for a browser that passes for it. The real one was never run. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Launched } from '../../scripts/chromium.ts';
import { disguise, edge, identityArgs } from '../../scripts/identity.ts';
import { bring, readDiagnosis } from '../../scripts/person.ts';
import { chooseSafety } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage } from '../../scripts/stage.ts';
import { edgeFaults } from './injected/edge.ts';
import { runInjected } from './injected/run-injected.ts';

/** A page of ours that knows from its first moment which browser it is in. */
async function openDressed(
  { context, extensionId }: Launched,
  dress: (page: Page) => Promise<void>,
  route: string,
): Promise<Page> {
  const page = await context.newPage();
  await dress(page);
  await page.goto(`chrome-extension://${extensionId}/src/app/index.html#/${route}`);
  await page.locator('main h1, main h2').first().waitFor();
  return page;
}

/** The browser asks the person before it lets us into a site. */
async function withholdAccess({ context, extensionId }: Launched): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions/');
  const access = JSON.stringify({ extensionId, hostAccess: 'ON_CLICK' });
  await settings.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${access})`);
  await settings.close();
}

test.each([
  { brand: edge, scheme: 'edge', other: 'chrome' },
  { brand: 'Google Chrome', scheme: 'chrome', other: 'edge' },
] as const)(
  '$brand: its menu of extensions and its own addresses are named',
  async ({ brand, scheme, other }) => {
    const identity = { major: 156, brand };
    const stage = await setStage({
      headless: true,
      browser: { extraArgs: identityArgs(identity) },
    });
    try {
      await chooseSafety(stage.browser);
      const { dress } = await disguise(stage.browser, identity);
      const { cerPath, keyPath, password } = stage.pki.credentials.person;
      const app = await openDressed(stage.browser, dress, 'certificados');
      await bring(app, [cerPath, keyPath], password, 'save');
      const guide = await app.locator('[data-field=pin-guide]').innerText();
      for (const step of ['menu', 'pin'] as const) {
        expect(guide).toContain(say(`pin_step_${step}_${scheme}`));
        expect(guide).not.toContain(say(`pin_step_${step}_${other}`));
      }

      await withholdAccess(stage.browser);
      const screen = await openDressed(stage.browser, dress, 'no-puedo-ingresar');
      await screen.getByLabel(say('portal_buzon_imss_name')).check();
      await screen.getByLabel(say('symptom_nothing_happens')).check();
      await screen.getByRole('button', { name: say('question_submit') }).click();
      expect(await readDiagnosis(screen)).toMatchObject({ cause: 'ext.own_access' });
      const address = await screen.locator('[data-field=own-settings] code').innerText();
      expect(address).toBe(`${scheme}://extensions/?id=${stage.browser.extensionId}`);
    } finally {
      await stage.close();
    }
  },
);

describe('an Edge that is too old', () => {
  runInjected('edge', edgeFaults);
});
