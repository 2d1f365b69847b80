import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages, pressValidate, resultOf, signInFromPopup } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { Credential } from '../pki/index.ts';
import { countEntries } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import {
  approveInPopup,
  causeInPopup,
  emptyFields,
  everythingIsEmpty,
  fieldsOf,
  frameAt,
  popupIsArmed,
  type Fields,
} from './widget.ts';

let strangers: Strangers;
let stage: Stage;
let person: Credential;
let app: Page;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['evil.test']);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  ({ person } = stage.pki.credentials);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  await frameAt(page);
});

afterEach(() => closePage(page));

/** What the widget's server was sent: only the person sends. */
function sent(): string[] {
  return stage.replica.log
    .filter(({ kind }) => kind === 'pair-accepted' || kind === 'refused')
    .map(({ kind }) => kind);
}

function filledFields(): Fields {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    inputRFC: person.rfc,
    inputCertificado: [`person.cer: ${base64(person.readCertificate())}`],
    inputKey: [`person.key: ${base64(person.readPrivateKey())}`],
    inputPassword: person.password,
  };
}

describe('the widget in its portal', () => {
  test('gets what was approved, and the person sends it', async () => {
    const before = sent().length;
    const fills = await countEntries(app, 'fill');
    const widget = await frameAt(page);
    await widget.evaluate(`window.submits = 0;
      document.addEventListener('submit', () => { window.submits += 1; }, true);`);
    const popup = await openPopup(stage.browser, page);
    await popupIsArmed(popup);
    expect(await fieldsOf(widget), 'nothing before the person says yes').toEqual(emptyFields);
    await approveInPopup(popup, person.password);
    await popup.waitFor("document.querySelector('.done')");
    expect(await popup.evaluate('document.body.innerText')).toContain(say('sign_in_done_fill'));
    await popup.close();
    expect(await fieldsOf(widget)).toEqual(filledFields());
    expect(await countEntries(app, 'fill')).toBe(fills + 1);
    expect(await widget.evaluate('submits')).toBe(0);
    expect(sent()).toHaveLength(before);

    await page.bringToFront();
    await pressValidate(page);
    expect(await resultOf(page)).toBe(`Entraste como ${person.rfc} ${person.legalName}`);
    expect(await widget.evaluate('submits')).toBe(1);
    expect(sent()).toHaveLength(before + 1);
  });

  test('gets nothing when the person says no', async () => {
    const popup = await openPopup(stage.browser, page);
    await popupIsArmed(popup);
    await popup.click('form.approval .actions button[type=button]');
    await popup.waitUntilClosed();
    expect(await fieldsOf(await frameAt(page))).toEqual(emptyFields);
  });

  test('gets nothing for a wrong password, which may be mended', async () => {
    const popup = await signInFromPopup(stage.browser, page, 'otra contraseña');
    expect(await causeInPopup(popup)).toBe('wrong_vault_password');
    expect(await fieldsOf(await frameAt(page))).toEqual(emptyFields);
    await approveInPopup(popup, person.password);
    await popup.waitFor("document.querySelector('.done')");
    await popup.close();
    expect(await fieldsOf(await frameAt(page))).toEqual(filledFields());
  });
});

describe('what changes after it was shown', () => {
  async function popupBefore(change: () => Promise<unknown>): Promise<Popup> {
    const popup = await openPopup(stage.browser, page);
    await popupIsArmed(popup);
    await change();
    await approveInPopup(popup, person.password);
    return popup;
  }

  test.each<[what: string, cause: string, change: () => Promise<unknown>]>([
    [
      'the widget is loaded again',
      'page_changed',
      async () => {
        const widget = await frameAt(page);
        await widget.goto(widget.url());
      },
    ],
    [
      'the page is loaded again',
      'page_changed',
      async () => {
        await page.reload();
        await frameAt(page);
      },
    ],
    [
      'the widget is taken away',
      'form_not_found',
      () => page.evaluate("document.getElementById('formFirmaDigital').remove()"),
    ],
    ['the tab goes elsewhere', 'not_a_portal', () => page.goto('https://evil.test/')],
  ])('%s: nothing is put in', async (_what, cause, change) => {
    const fills = await countEntries(app, 'fill');
    const popup = await popupBefore(change);
    expect(await causeInPopup(popup)).toBe(cause);
    await popup.close();
    expect(await everythingIsEmpty(page)).toBe(true);
    expect(await countEntries(app, 'fill')).toBe(fills);
  });

  test('and once it has been looked at again, it may be approved again', async () => {
    const popup = await popupBefore(async () => {
      const widget = await frameAt(page);
      await widget.goto(widget.url());
    });
    expect(await causeInPopup(popup)).toBe('page_changed');
    await popup.evaluate((retry) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ innerText }) => innerText === retry)?.click();
    }, say('retry'));
    await popupIsArmed(popup);
    await approveInPopup(popup, person.password);
    await popup.waitFor("document.querySelector('.done')");
    await popup.close();
    expect(await fieldsOf(await frameAt(page))).toEqual(filledFields());
  });

  test('even in the last moment, its target is looked at once more', async () => {
    const worker = await stage.browser.worker();
    await worker.evaluate(() => {
      const { executeScript } = chrome.scripting;
      const held = { isThere: false, release: () => {} };
      const released = new Promise<void>((resolve) => (held.release = resolve));
      Object.assign(globalThis, { held });
      chrome.scripting.executeScript = async (
        injection: chrome.scripting.ScriptInjection<[], unknown>,
      ) => {
        if (injection.target.documentIds) {
          chrome.scripting.executeScript = executeScript;
          held.isThere = true;
          await released;
        }
        return await executeScript(injection);
      };
    });
    const popup = await popupBefore(async () => undefined);
    await until('The worker is about to fill', async () =>
      (await worker.evaluate<boolean>('held.isThere')) ? true : undefined,
    );
    const widget = await frameAt(page);
    await widget.evaluate("document.forms[0].action = 'https://evil.test/'");
    await worker.evaluate('held.release()');
    expect(await causeInPopup(popup)).toBe('form_goes_elsewhere');
    await popup.close();
    expect(await fieldsOf(widget)).toEqual(emptyFields);
  });
});
