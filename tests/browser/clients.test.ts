/** Two clients never share a session of a host. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { pages, pressValidate, resultOf } from '../../scripts/person.ts';
import { keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import type { Stage } from '../../scripts/stage.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { FillPlan } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { countEntries, tabIdOf } from './page-api.ts';
import { refusalOf, tell } from './tell.ts';
import { cardOf, keepTwo, vaultPassword } from './two-kept.ts';
import { inDatabase, recordIdOf } from './vault-inside.ts';
import { titleBecomes } from './watched.ts';
import { emptyFields, fieldsOf, frameAt } from './widget.ts';

const { host } = new URL(pages.fill);
const inside = new URL('/buzonimss/inicio', pages.fill).href;

let stage: Stage;
let first: Credential;
let second: Credential;
let app: Page;
let page: Page;

beforeAll(async () => {
  ({ stage, first, second, app } = await keepTwo());
  page = await stage.browser.context.newPage();
});

afterAll(() => stage.close());

async function tabId(): Promise<number> {
  return await app.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}/*` });
    return tab?.id ?? -1;
  }, new URL(page.url()).origin);
}

async function fillAs(credential: Credential): Promise<string | undefined> {
  const { id } = await cardOf(app, credential);
  const plan = await tell(app, 'planFill', { tabId: await tabId() });
  return await refusalOf(app, 'fill', { plan, credentialId: id, password: vaultPassword });
}

async function enterAs(credential: Credential): Promise<void> {
  await page.goto(pages.fill);
  await frameAt(page);
  expect(await fillAs(credential)).toBeUndefined();
  await pressValidate(page);
  expect(await resultOf(page)).toContain(credential.rfc);
}

/** The e.firma of the first is handed over, and the RFC in the form is another's. */
async function beRefusedAsFirst(): Promise<void> {
  await page.goto(pages.fill);
  const widget = await frameAt(page);
  expect(await fillAs(first)).toBeUndefined();
  await widget.locator('#inputRFC').fill(second.rfc);
  await pressValidate(page);
  await widget.locator('#mensajeError:not(:empty)').waitFor();
}

/** Closes the session, and waits for the sign-in page that the tab goes back to. */
async function leave(told: { isShared?: true } = {}): Promise<void> {
  const loading = page.waitForEvent('load');
  await tell(app, 'closeClient', { tabId: await tabId(), host, ...told });
  await loading;
}

/** Waits until the icon over a page names the client before it says what it is for; nobody, if none. */
async function iconNames(
  over: Page,
  credential: Credential | undefined,
  what: 'action_title' | 'action_title_portal',
): Promise<void> {
  const card = credential && (await cardOf(app, credential));
  const title = card ? say('action_title_client', card.legalName, card.rfc, say(what)) : say(what);
  await titleBecomes(stage.browser, over, title);
}

const sessions = (): Promise<number> =>
  stage.browser.context.cookies('https://buzon.imss.gob.mx').then(({ length }) => length);

describe('a session of one client', () => {
  afterEach(async () => {
    await stage.browser.context.clearCookies();
  });

  test('is known by its host, until its cookies are gone', async () => {
    await page.goto(pages.fill);
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toBeFalsy();
    await enterAs(first);
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject({
      host: 'buzon.imss.gob.mx',
      portal: 'buzon-imss',
      rfc: first.rfc,
    });
    await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject({
      rfc: first.rfc,
    });
    await stage.browser.context.clearCookies();
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toBeFalsy();
  });

  test('is named by the icon over every page of its host, and over no other, until it ends', async () => {
    const elsewhere = await stage.browser.context.newPage();
    await elsewhere.goto(pages.bridge);
    await page.goto(pages.fill);
    await iconNames(page, undefined, 'action_title_portal');
    await enterAs(first);
    await iconNames(page, first, 'action_title_portal');
    await page.goto(inside);
    await iconNames(page, first, 'action_title');
    await iconNames(elsewhere, undefined, 'action_title_portal');

    await page.goto(pages.fill);
    await leave();
    await iconNames(page, undefined, 'action_title_portal');
    await enterAs(second);
    await page.goto(inside);
    await iconNames(page, second, 'action_title');
    await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    await stage.browser.context.clearCookies();
    await iconNames(page, undefined, 'action_title');
    await iconNames(elsewhere, undefined, 'action_title_portal');
    await closePage(elsewhere);
  });

  test('is closed before another one enters, and nothing is put in before', async () => {
    await enterAs(first);
    await page.goto(pages.fill);
    const widget = await frameAt(page);
    const fills = await countEntries(app, 'fill');
    expect(await fillAs(second)).toBe('other_client_active');
    expect(await fieldsOf(widget)).toEqual(emptyFields);
    expect(await countEntries(app, 'fill')).toBe(fills);

    await page.evaluate(() => sessionStorage.setItem('cliente', 'anterior'));
    await page.goto(inside);
    expect(await page.locator('body').innerText()).toContain(first.rfc);
    const elsewhere = { tabId: await tabId(), host: 'idse.imss.gob.mx' };
    expect(await refusalOf(app, 'closeClient', elsewhere)).toBe('page_changed');
    expect(await sessions()).toBeGreaterThan(0);
    await leave();
    await page.waitForURL(pages.fill);
    expect(await sessions()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toBeFalsy();
    await enterAs(second);
  });

  /** As a portal that signs in for several hosts at once: its session is of the whole domain. */
  async function shareSession(): Promise<void> {
    const shared = {
      name: 'sesion',
      value: 'x',
      domain: '.imss.gob.mx',
      path: '/',
      httpOnly: true,
    };
    await stage.browser.context.addCookies([
      { ...shared, secure: true, expires: farAway },
      visitors,
      { ...shared, name: 'ajena', domain: 'imss.gob.mx', secure: true, expires: farAway },
    ]);
    const worker = await stage.browser.worker();
    await worker.evaluate(async (url) => {
      for (const { name } of await chrome.cookies.getAll({ domain: new URL(url).host })) {
        await chrome.cookies.remove({ url, name });
      }
    }, 'https://buzon.imss.gob.mx/');
  }
  const farAway = Math.floor(Date.now() / 1000) + 86_400;
  /** Of whoever counts visitors: it is there whoever is in. */
  const visitors = {
    name: '_ga',
    value: 'GA1.1',
    domain: '.imss.gob.mx',
    path: '/',
    expires: farAway,
  };
  const later = async (minutes: number): Promise<void> => {
    const worker = await stage.browser.worker();
    await worker.evaluate((ms) => {
      const before = Date.now.bind(Date);
      Date.now = () => before() + ms;
    }, minutes * 60_000);
  };

  test('held by cookies of the whole domain lasts as long as they do', async () => {
    await stage.browser.context.addCookies([visitors]);
    await enterAs(first);
    await shareSession();
    await later(31);
    const ofFirst = { rfc: first.rfc, isShared: true };
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject(ofFirst);
    await page.goto(pages.fill);
    await frameAt(page);
    expect(await fillAs(second)).toBe('other_client_active');
    await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    const notTold = { tabId: await tabId(), host };
    expect(await refusalOf(app, 'closeClient', notTold)).toBe('page_changed');
    await leave({ isShared: true });
    await page.waitForURL(pages.fill);
    const left = await stage.browser.context.cookies('https://buzon.imss.gob.mx');
    expect(left.map(({ name }) => name)).toEqual(['_ga']);
    // What the browser sends to that very host alone is nobody's session here.
    const ofTheSite = await stage.browser.context.cookies('https://imss.gob.mx');
    expect(ofTheSite.map(({ name }) => name)).toContain('ajena');

    const [change] = await tell(app, 'listChanges');
    await tell(app, 'undoRepair', { id: change?.id ?? '' });
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject(ofFirst);
    await stage.browser.context.clearCookies({ name: /^(?!_ga|ajena)/ });
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toBeFalsy();
  });

  test('can be put back as long as nobody else has entered', async () => {
    await enterAs(first);
    await leave();
    const [change] = await tell(app, 'listChanges');
    expect(change).toMatchObject({ repair: 'clear-session-cookies', portal: 'buzon-imss' });
    await tell(app, 'undoRepair', { id: change?.id ?? '' });
    expect(await sessions()).toBeGreaterThan(0);
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject({
      rfc: first.rfc,
    });
    await page.goto(inside);
    expect(await page.locator('body').innerText()).toContain(first.rfc);

    await page.goto(pages.fill);
    await leave();
    const again = (await tell(app, 'listChanges')).find(({ state }) => state === 'done');
    await enterAs(second);
    await until('the old session to be out of reach', async () =>
      (await refusalOf(app, 'undoRepair', { id: again?.id ?? '' })) === 'session_renewed'
        ? true
        : undefined,
    );
    expect(await page.locator('body').innerText()).toContain(second.rfc);
  });

  test('was never opened where the portal refused', async () => {
    await beRefusedAsFirst();
    await until('the refusal to be seen', async () =>
      (await tell(app, 'activeClient', { tabId: await tabId() })) ? undefined : true,
    );
    // It counts against whose it was, though that ended with it.
    const { id } = await cardOf(app, first);
    expect(await refusals()).toMatchObject({ by: { [id]: 1 }, unknown: 0 });
    await page.goto(pages.fill);
    await frameAt(page);
    expect(await fillAs(second)).toBeUndefined();
  });
});

/** What the portal turned down, once it is counted. */
async function refusals(): Promise<unknown> {
  return await until('the refusal to be counted', async () => {
    const worker = await stage.browser.worker();
    const key = 'failures:buzon-imss';
    return (await worker.evaluate((name) => chrome.storage.session.get(name), key))[key];
  });
}

/** Where, and when last, the record of an e.firma says that it was let in. */
async function enteredAs({ rfc }: Credential): Promise<unknown> {
  const id = await recordIdOf(stage.browser, rfc);
  return await inDatabase(
    stage.browser,
    (db, wanted) =>
      new Promise((resolve, reject) => {
        const reading = db.transaction('credentials').objectStore('credentials').get(wanted);
        reading.onsuccess = () => resolve((reading.result as { entered?: unknown }).entered ?? []);
        reading.onerror = () => reject(reading.error ?? new Error(wanted));
      }),
    id,
  );
}

describe('where two clients could meet', () => {
  let other: Page;

  beforeEach(async () => {
    other = await stage.browser.context.newPage();
    await other.goto(pages.fill);
    await frameAt(other);
    await page.goto(pages.fill);
    await frameAt(page);
  });

  afterEach(async () => {
    await closePage(other);
    await page.goto(pages.fill);
    await leave();
    await stage.browser.context.clearCookies();
  });

  const idIn = (tab: Page): Promise<number> => tabIdOf(stage.browser, tab);
  const planIn = async (tab: Page): Promise<FillPlan> =>
    tell(app, 'planFill', { tabId: await idIn(tab) });
  const fillIn = async (plan: FillPlan, credential: Credential): Promise<string | undefined> => {
    const { id } = await cardOf(app, credential);
    return await refusalOf(app, 'fill', { plan, credentialId: id, password: vaultPassword });
  };

  test('of two at once in two tabs, one is put in', async () => {
    const plans = await Promise.all([planIn(page), planIn(other)]);
    const codes = await Promise.all([fillIn(plans[0], first), fillIn(plans[1], second)]);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  });

  test('a form that is gone once it had the password may have opened a session', async () => {
    const plan = await planIn(page);
    const widget = await frameAt(page);
    await widget.evaluate(
      "inputPassword.addEventListener('input', () => { formValidar.remove(); })",
    );
    expect(await fillIn(plan, first)).toBe('form_changed');
    expect(await fillIn(await planIn(other), second)).toBe('other_client_active');
  });

  test('a form that does not take the files has opened none', async () => {
    const plan = await planIn(page);
    const widget = await frameAt(page);
    await widget.evaluate(
      "inputKey.addEventListener('change', () => { setTimeout(() => { inputKey.value = ''; }); })",
    );
    expect(await fillIn(plan, first)).toBe('form_rejected_files');
    expect(await fillIn(await planIn(other), second)).toBeUndefined();
  });

  test('what another tab says of itself ends nobody’s session', async () => {
    expect(await fillIn(await planIn(page), first)).toBeUndefined();
    const widget = await frameAt(other);
    await widget.locator('#inputRFC').fill(second.rfc);
    await widget.locator('#inputCertificado').setInputFiles(first.cerPath);
    await widget.locator('#inputKey').setInputFiles(first.keyPath);
    await widget.locator('#inputPassword').fill(first.password);
    await pressValidate(other);
    await widget.locator('#mensajeError:not(:empty)').waitFor();
    const otherId = await idIn(other);
    const worker = await stage.browser.worker();
    await until('the refusal to be seen', async () => {
      const key = `attempt:${otherId}`;
      const kept = await worker.evaluate((name) => chrome.storage.session.get(name), key);
      const attempt = kept[key] as { page: { texts: unknown[] } } | undefined;
      return attempt && attempt.page.texts.length > 0 ? true : undefined;
    });
    expect(await tell(app, 'activeClient', { tabId: otherId })).toMatchObject({ rfc: first.rfc });
    await iconNames(page, first, 'action_title_portal');
  });

  test('who signs in by hand in another tab is not written down as who was handed over', async () => {
    const before = await enteredAs(first);
    expect(await fillIn(await planIn(page), first)).toBeUndefined();
    const widget = await frameAt(other);
    await widget.locator('#inputRFC').fill(second.rfc);
    await widget.locator('#inputCertificado').setInputFiles(second.cerPath);
    await widget.locator('#inputKey').setInputFiles(second.keyPath);
    await widget.locator('#inputPassword').fill(second.password);
    await pressValidate(other);
    expect(await resultOf(other)).toContain(second.rfc);
    // The first may still be on its way to the worker when it is there; not when the next one is.
    for (const _turn of [1, 2]) await other.goto(inside);
    expect(await enteredAs(first)).toEqual(before);
  });

  test('an old session does not come back over what was handed over since', async () => {
    await other.goto('about:blank');
    await enterAs(first);
    await page.goto(pages.fill);
    await leave();
    const change = (await tell(app, 'listChanges')).find(({ state }) => state === 'done');
    await page.goto(pages.fill);
    await frameAt(page);
    expect(await fillAs(second)).toBeUndefined();
    expect(await refusalOf(app, 'undoRepair', { id: change?.id ?? '' })).toBe('session_renewed');
    expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject({
      rfc: second.rfc,
    });
  });
});

test('a refusal is judged by the e.firma that was handed over, not by the one used since', async () => {
  await beRefusedAsFirst();
  await keepFiles(stage.browser, stage.pki.credentials.expired, vaultPassword);
  const diagnosed = await until('the refusal to be judged', async () => {
    const view = await tell(app, 'diagnose', { tabId: await tabId(), depth: 'local' });
    return view.signals.text === undefined ? undefined : view;
  });
  expect(diagnosed.signals).toMatchObject({ filled: true, cert: 'ok', rfcTyped: 'differs' });
});
