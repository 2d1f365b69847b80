import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approve, bring, openApp, pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import {
  approvals,
  ask,
  askInWindow,
  countEntries,
  letAMinutePass,
  newNonce,
  tabIdOf,
} from './page-api.ts';
import { tell } from './tell.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  page = await stage.browser.context.newPage();
});

afterAll(() => stage.close());

beforeEach(() => letAMinutePass(stage.browser));

interface Icon {
  text: string;
  title: string;
}

/** What the icon says over the page. */
async function iconOver({ url }: { url: string }): Promise<Icon> {
  const worker = await stage.browser.worker();
  return await worker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((other) => other.url === address);
    const details = { tabId: tab?.id ?? 0 };
    const [text, title] = await Promise.all([
      chrome.action.getBadgeText(details),
      chrome.action.getTitle(details),
    ]);
    return { text, title };
  }, url);
}

async function iconBecomes(text: string): Promise<Icon> {
  return await until(`«${text}» on the icon`, async () => {
    const icon = await iconOver({ url: page.url() });
    return icon.text === text ? icon : undefined;
  });
}

const refusal = (code: 'no_certificate' | 'certificate_expired') => ({
  name: 'FirmaError',
  code,
  message: say(`error_${code}`),
});

describe('with nothing imported', () => {
  test('the page is told at once, the icon invites, and the page learns no more', async () => {
    await page.goto(pages.bridge);
    expect(await iconBecomes('•')).toMatchObject({ title: say('action_title_portal') });
    expect(await page.evaluate('firmaLista.status()')).toEqual({
      apiVersion: 1,
      version: expect.any(String) as string,
      ready: true,
    });
    expect(await ask(page, { nonce: newNonce() })).toEqual(refusal('no_certificate'));
    expect(await iconBecomes('+')).toMatchObject({ title: say('action_title_import') });
    expect(approvals(stage.browser)).toEqual([]);
  });

  test('the page of the portal says so in words', async () => {
    await page.goto(pages.bridge);
    await page.click('#entrar');
    await page.locator('#codigo', { hasText: 'no_certificate' }).waitFor();
    expect(await page.locator('#resultado').innerText()).toBe(say('error_no_certificate'));
  });
});

describe('with one that has expired', () => {
  beforeAll(async () => {
    await chooseSafety(stage.browser);
    await keepFiles(stage.browser, stage.pki.credentials.expired);
    await page.goto(pages.bridge);
  });

  test('the page is told so as often as it asks, and nobody is asked', async () => {
    const { expired } = stage.pki.credentials;
    for (let asked = 0; asked < 5; asked += 1) {
      const answer = await ask(page, { nonce: newNonce() });
      expect(answer).toEqual(refusal('certificate_expired'));
    }
    expect(await ask(page, { nonce: newNonce(), rfc: expired.rfc })).toEqual(
      refusal('certificate_expired'),
    );
    expect(approvals(stage.browser)).toEqual([]);
  });
});

describe('with one in force besides', () => {
  beforeAll(async () => {
    const { personAes } = stage.pki.credentials;
    const app = await openApp(stage.browser, 'certificados');
    await bring(app, [personAes.cerPath, personAes.keyPath], personAes.password, 'use');
    await app.close();
    await page.goto(pages.bridge);
  });

  test('an RFC that is nobody’s here has no certificate', async () => {
    const { person } = stage.pki.credentials;
    expect(await ask(page, { nonce: newNonce(), rfc: person.rfc })).toEqual(
      refusal('no_certificate'),
    );
    expect(approvals(stage.browser)).toEqual([]);
  });

  test('a page cannot try out whose e.firma it is', async () => {
    const { person, expired, company } = stage.pki.credentials;
    const codes: (string | undefined)[] = [];
    for (const { rfc } of [person, company, expired, person, expired]) {
      codes.push((await ask(page, { nonce: newNonce(), rfc })).code);
    }
    expect(codes.slice(3), 'after three of them').toEqual(['busy', 'busy']);
  });

  test('an RFC of both kinds goes to the one that is meant', async () => {
    const { expired, personAes } = stage.pki.credentials;
    expect(await ask(page, { nonce: newNonce(), rfc: expired.rfc })).toEqual(
      refusal('certificate_expired'),
    );
    const request = { nonce: newNonce(), rfc: personAes.rfc };
    const { window, answer } = await askInWindow(stage.browser, page, request);
    expect(await window.locator('[data-field=rfc]').allInnerTexts()).toEqual([personAes.rfc]);
    await approve(window);
    expect(await answer).toHaveProperty('token');
  });

  test('while the session of one is open nothing is signed for another', async () => {
    const { company, personAes } = stage.pki.credentials;
    const app = await openApp(stage.browser, 'certificados');
    await bring(app, [company.cerPath, company.keyPath], company.password, 'use');
    const signed = await countEntries(app, 'authenticate');
    expect(signed).toBe(1);
    const request = { nonce: newNonce(), rfc: company.rfc };
    const { window, answer } = await askInWindow(stage.browser, page, request);
    await approve(window);
    const cause = window.locator('.failure [data-field=cause]');
    await cause.waitFor();
    expect(await cause.innerText()).toBe('other_client_active');
    expect(await countEntries(app, 'authenticate')).toBe(signed);
    await window.getByRole('button', { name: say('cancel') }).click();
    expect(await answer).not.toHaveProperty('token');
    expect(
      await tell(app, 'activeClient', { tabId: await tabIdOf(stage.browser, page) }),
    ).toMatchObject({ rfc: personAes.rfc });
    expect(await countEntries(app, 'authenticate')).toBe(signed);
    await app.close();
  });
});
