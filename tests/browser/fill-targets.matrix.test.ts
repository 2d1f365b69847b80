import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { bring, openApp, pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { FillPlan } from '../../src/messages.ts';
import { tabIdOf, tellWorker, type Told } from './page-api.ts';
import { emptyFields, everythingIsEmpty, fieldsOf, frameAt } from './widget.ts';

let stage: Stage;
let app: Page;
let credentialId: string;
let page: Page;
let widget: Frame;
let plan: FillPlan;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  const { cerPath, keyPath, password } = stage.pki.credentials.person;
  app = await openApp(stage.browser, 'certificados');
  await bring(app, [cerPath, keyPath], password, 'use');
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  [{ id: credentialId }] = res as [{ id: string }];
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
  widget = await frameAt(page);
  plan = await planFor(await tabIdOf(stage.browser, page));
});

afterEach(() => closePage(page));

async function planFor(tabId: number): Promise<FillPlan> {
  return (await tellWorker(app, 'planFill', { tabId })).res as FillPlan;
}

function fill(changed: Partial<FillPlan> = {}): Promise<Told> {
  const { password } = stage.pki.credentials.person;
  return tellWorker(app, 'fill', { plan: { ...plan, ...changed }, credentialId, password });
}

const form = "document.getElementById('formValidar')";
const evil = 'https://evil.test/validar';
const add = (html: string): string =>
  `${form}.insertAdjacentHTML('beforeend', ${JSON.stringify(html)})`;

test.each([
  ['another site', `${form}.action = '${evil}'`],
  ['another site, without a scheme', `${form}.setAttribute('action', '//evil.test/validar')`],
  ['another host of the portal', `${form}.action = 'https://buzon.imss.gob.mx/'`],
  ['another port', `${form}.action = 'https://firmadigitalssl.imss.gob.mx:8443/'`],
  ['plain http', `${form}.action = 'http://firmadigitalssl.imss.gob.mx/'`],
  ['a script', `${form}.setAttribute('action', 'javascript:void 0')`],
  ['itself, as data', `${form}.setAttribute('action', 'data:text/html,1')`],
  ['nowhere that can be read', `${form}.setAttribute('action', 'https://')`],
  [
    'another site, behind a field named «action»',
    `${form}.action = '${evil}'; ${add('<input name="action" value="/validar">')}`,
  ],
  ['another site, by its button', `botonValidarCert.setAttribute('formaction', '${evil}')`],
  ['another site, by a second button', add(`<button formaction="${evil}">Validar</button>`)],
  ['another site, by a picture', add(`<input type="image" alt="Validar" formaction="${evil}">`)],
  [
    'another site, by a button outside of it',
    `document.body.insertAdjacentHTML('beforeend', '<button form="formValidar" formaction="${evil}">')`,
  ],
  [
    'another site, behind a field named «elements»',
    `${add('<input name="elements">')}; botonValidarCert.setAttribute('formaction', '${evil}')`,
  ],
  [
    'another site, for the password alone',
    `document.body.insertAdjacentHTML('beforeend', '<form id="otra" action="${evil}">');
     inputPassword.setAttribute('form', 'otra')`,
  ],
])('a form that goes to %s is not filled, before or after it was shown', async (_where, change) => {
  await widget.evaluate(change);
  expect(await tellWorker(app, 'planFill', { tabId: plan.tabId })).toMatchObject({
    err: { code: 'form_goes_elsewhere' },
  });
  expect(await fill()).toMatchObject({ err: { code: 'form_goes_elsewhere' } });
  expect(await fieldsOf(widget)).toEqual(emptyFields);
});

/** Its own script takes what is put in, and sends it by itself. */
const byScript = `for (const input of ${form}.elements) input.removeAttribute('name');`;

test.each([
  ['uses GET', 'form_in_address', `${form}.method = 'get'`],
  [
    'uses GET behind a field named «method»',
    'form_in_address',
    `${form}.method = 'get'; ${add('<input name="method" value="post">')}`,
  ],
  ['uses GET by its button', 'form_in_address', "botonValidarCert.formMethod = 'get'"],
  [
    'uses GET by a picture outside of it',
    'form_in_address',
    `document.body.insertAdjacentHTML('beforeend',
      '<input type=image alt=Validar form=formValidar formmethod=get>')`,
  ],
  [
    'uses GET for the password alone',
    'form_in_address',
    `document.body.insertAdjacentHTML('beforeend', '<form id="otra" method="get">');
     inputPassword.setAttribute('form', 'otra')`,
  ],
  ['opens another window', 'form_opens_elsewhere', `${form}.target = '_blank'`],
  ['opens another frame', 'form_opens_elsewhere', `${form}.target = 'marco'`],
  [
    'opens another frame behind a field named «target»',
    'form_opens_elsewhere',
    `${form}.target = 'marco'; ${add('<input name="target">')}`,
  ],
  [
    'opens another frame behind fields named like what reads that',
    'form_opens_elsewhere',
    `${form}.target = 'marco'; ${add('<input name="getAttribute"><input name="hasAttribute">')}`,
  ],
  [
    'opens another frame by its button',
    'form_opens_elsewhere',
    "botonValidarCert.formTarget = 'x'",
  ],
  [
    'opens another frame by the base of the page',
    'form_opens_elsewhere',
    `document.head.insertAdjacentHTML('beforeend', '<base target="marco">')`,
  ],
])('a form that %s is not filled, sent for them or not', async (_what, code, change) => {
  await widget.evaluate(change);
  expect(await tellWorker(app, 'planFill', { tabId: plan.tabId })).toMatchObject({
    err: { code },
  });
  expect(await fill({ submits: true })).toMatchObject({ err: { code } });
  expect(await fieldsOf(widget)).toEqual(emptyFields);
});

test('a field that begins to show its password once it has the files gets none', async () => {
  await widget.evaluate("inputKey.addEventListener('change', () => (inputPassword.type = 'text'))");
  expect(await fill()).toMatchObject({ err: { code: 'form_changed' } });
  expect(await fieldsOf(widget)).toMatchObject({ inputKey: [], inputPassword: '' });
});

test.each([
  ['becomes part of an address', 'method', 'get'],
  ['opens another window', 'target', '_blank'],
])('a form that %s once it has the files gets no password', async (_what, name, value) => {
  await widget.evaluate(
    `{ window.heard = [];
      const form = ${form};
      inputPassword.addEventListener('input', () => heard.push(inputPassword.value));
      inputKey.addEventListener('change', () => form.setAttribute('${name}', '${value}')); }`,
  );
  expect(await fill({ submits: true })).toMatchObject({ err: { code: 'form_changed' } });
  expect(await widget.evaluate('heard')).toEqual([]);
  expect(await fieldsOf(widget)).toMatchObject({ inputKey: [], inputPassword: '' });
});

test.each([
  [
    'a form whose fields have no names puts nothing into an address',
    `${byScript} ${form}.method = 'get'`,
  ],
  [
    'a form may say that it stays',
    `${form}.target = '_SELF'; botonValidarCert.formMethod = 'post'`,
  ],
])('%s: it is filled', async (_what, change) => {
  await widget.evaluate(change);
  plan = await planFor(plan.tabId);
  expect(await fill()).not.toHaveProperty('err');
  const { rfc, password } = stage.pki.credentials.person;
  expect(await fieldsOf(widget)).toMatchObject({ inputRFC: rfc, inputPassword: password });
});

test('a form that says nothing of how it is sent is filled, and not sent for them', async () => {
  await widget.evaluate(
    `{ ${form}.removeAttribute('method');
      window.clicks = 0;
      botonValidarCert.addEventListener('click', () => (clicks += 1)); }`,
  );
  plan = await planFor(plan.tabId);
  expect(await fill({ submits: true })).toMatchObject({ res: { page: 'ready' } });
  expect(await widget.evaluate('clicks')).toBe(0);
});

test('names that hide what we would look with hide nothing', async () => {
  const ofDocument = ['getElementById', 'querySelectorAll', 'querySelector', 'readyState', 'body'];
  const ofWindow = [
    ...['firmaListaNames', 'names', 'look', 'crypto', 'location', 'origin', 'self', 'Symbol'],
    ...['performance', 'Object', 'Document', 'Element', 'HTMLFormElement', 'URL', 'DataTransfer'],
  ];
  const ofForm = ['form', 'ownerDocument', 'elements', 'action', 'method', 'submit', 'matches'];
  const hide = [
    ...ofDocument.flatMap((name) => [`<img name=${name} alt="">`, `<form name=${name}></form>`]),
    ...ofWindow.map((id) => `<div id=${id}></div>`),
  ];
  await widget.evaluate(
    `{ const { body } = document;
      ${add(ofForm.map((name) => `<input name="${name}">`).join(''))};
      body.insertAdjacentHTML('beforeend', '<div id=hiding>${hide.join('')}</div>'); }`,
  );
  expect(await widget.evaluate('typeof document.getElementById')).toBe('object');
  plan = await planFor(plan.tabId);
  expect(await fill()).not.toHaveProperty('err');
  await widget.evaluate('window.hiding.remove()');
  const { rfc, password } = stage.pki.credentials.person;
  expect(await fieldsOf(widget)).toMatchObject({ inputRFC: rfc, inputPassword: password });
});

test('a form in the place of an error hides nothing behind its fields', async () => {
  await widget.evaluate(
    `document.getElementById('mensajeError').outerHTML = '<form id=mensajeError role=alert>' +
      ['innerText', 'checkVisibility', 'getBoundingClientRect', 'localName']
        .map((name) => '<input name=' + name + ' value=x>').join('') + '</form>'`,
  );
  expect(await fill()).toMatchObject({ res: { page: 'ready' } });
});

test.each([
  ['has lost a field', 'inputKey.remove()'],
  ['has something else for a field', "inputPassword.outerHTML = '<output id=inputPassword>'"],
])('a form that %s is not filled', async (_what, change) => {
  await widget.evaluate(change);
  expect(await tellWorker(app, 'planFill', { tabId: plan.tabId })).toMatchObject({
    err: { code: 'form_not_found' },
  });
  expect(await fill()).toMatchObject({ err: { code: 'form_not_found' } });
  expect(await everythingIsEmpty(page)).toBe(true);
});

test('a form whose address is read from elsewhere is not filled', async () => {
  const fields = ['RFC', 'Certificado', 'Key', 'Password'].map(
    (name) => `<input id="input${name}" type="${/C.*o|Key/.test(name) ? 'file' : 'text'}">`,
  );
  const document = `<form action="validar">${fields.join('')}</form>`;
  for (const [base, code] of [
    ['<base href="https://evil.test/">', 'form_goes_elsewhere'],
    ['', undefined],
  ]) {
    const body = `<!doctype html>${base}${document}`;
    await page.route(widget.url(), (route) => route.fulfill({ contentType: 'text/html', body }));
    await widget.goto(widget.url());
    const { err } = await tellWorker(app, 'planFill', { tabId: plan.tabId });
    expect(err?.code).toBe(code);
  }
});

test('a plan that is not the one that was shown is not carried out', async () => {
  const tabId = await tabIdOf(stage.browser, page);
  const worker = await stage.browser.worker();
  const top = await worker.evaluate(async (id) => {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => location.href,
    });
    return frame?.documentId ?? '';
  }, tabId);
  const twin = await stage.browser.context.newPage();
  await twin.goto(pages.fill);
  await frameAt(twin);
  const other = await planFor(await tabIdOf(stage.browser, twin));

  const changes: Partial<FillPlan>[] = [
    { documentId: top },
    { documentId: other.documentId },
    { tabId: other.tabId },
    { formOrigin: 'https://buzon.imss.gob.mx' },
    { pageOrigin: 'https://idse.imss.gob.mx' },
    { portal: 'replica-entrar' },
  ];
  for (const change of changes) {
    const told = await fill(change);
    expect(told, JSON.stringify(change)).toMatchObject({ err: { code: 'page_changed' } });
  }
  expect(await everythingIsEmpty(page)).toBe(true);
  expect(await everythingIsEmpty(twin)).toBe(true);
  await twin.close();

  expect(await fill(), 'the plan as it was').not.toHaveProperty('err');
  expect(await fieldsOf(widget)).toMatchObject({ inputRFC: stage.pki.credentials.person.rfc });
});
