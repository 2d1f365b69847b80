/** Signing in by the form of every portal that is known, as the portal's own server saw it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { satSites, setGrantedStage } from '../../scripts/granted-stage.ts';
import { bring, openApp, pages } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import type { Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { ReplicaEvent } from '../../replica/index.ts';
import { noVariants } from '../../replica/index.ts';
import type { FillPlan, PageForms } from '../../src/messages.ts';
import type { Credential } from '../pki/index.ts';
import { satFolder } from '../sat-folder.ts';
import { idOf } from './native.ts';
import { countEntries, tabIdOf, tellWorker, type Told } from './page-api.ts';
import { approveInPopup, causeInPopup, everythingIsEmpty, frameAt, widgetUrl } from './widget.ts';

const escritorio = 'https://serviciosdigitales.imss.gob.mx/portal-web/portal';
const idse = 'https://idse.imss.gob.mx/imss/';
const widget = '#formFirmaDigital';

let stage: Stage;
/** With an Ñ in name, RFC and password. */
let person: Credential;
let app: Page;
let page: Page;

beforeAll(async () => {
  stage = await setGrantedStage(satSites);
  person = stage.pki.credentials.enie;
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'certificados');
});

afterAll(() => stage.close());

beforeEach(async () => {
  Object.assign(stage.replica.variants, noVariants());
  page = await stage.browser.context.newPage();
});

afterEach(async () => {
  await closePage(page);
  await stage.browser.context.clearCookies();
});

/** What happened at the replica since `before`. */
function happenedSince<Kind extends ReplicaEvent['kind']>(
  before: number,
  kind: Kind,
): Extract<ReplicaEvent, { kind: Kind }>[] {
  return stage.replica.log
    .slice(before)
    .filter((event): event is Extract<ReplicaEvent, { kind: Kind }> => event.kind === kind);
}

/** Opens the popup, lets it in where it has to be, and goes to the form where another way is first. */
async function popupForForm(): Promise<Popup> {
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('form.approval, [data-field=site-permission]')");
  if (await popup.evaluate("document.querySelector('[data-action=let-in]') !== null")) {
    expect(await popup.evaluate("document.querySelector('form.approval')")).toBe(null);
    await popup.click('[data-action=let-in]');
    await popup.waitFor("document.querySelector('form.approval')");
  }
  // What comes in above it may move it away under the click.
  while (await popup.evaluate("document.querySelector('[data-action=fill-instead]') !== null")) {
    await popup.click('[data-action=fill-instead]');
  }
  return popup;
}

async function fillIn(popup: Popup, user?: string): Promise<void> {
  await popup.waitFor(
    "document.querySelector('form.approval button.primary[aria-disabled=false]') !== null",
  );
  if (user !== undefined) {
    await popup.click('form.approval input[type=text]');
    await popup.type(user);
  }
  await approveInPopup(popup, person.password);
  await popup.waitFor("document.querySelector('.done, [data-page]')", 20_000);
}

interface Place {
  portal: string;
  url: string;
  /** What the person does before, and what sends the form. */
  open?: () => Promise<unknown>;
  send: () => Promise<unknown>;
  via: 'fill' | 'idse-cms' | 'sat-token';
  user?: boolean;
}

const sendWidget = () => page.frameLocator(widget).locator('#botonValidarCert:enabled').click();
const openWidget = () => page.click('#enviarForm');
const sendSat = () => page.click('#submit:enabled');
const satAt = (host: string): string => `https://${host}.sat.gob.mx/nidp/app/login?id=fiel`;

const places: [name: string, place: () => Place][] = [
  ['Buzón', () => ({ portal: 'buzon-imss', url: pages.fill, send: sendWidget, via: 'fill' })],
  [
    'Escritorio Virtual',
    () => ({
      portal: 'escritorio-virtual',
      url: escritorio,
      open: openWidget,
      send: sendWidget,
      via: 'fill',
    }),
  ],
  [
    'Escritorio Virtual, which hands the widget through',
    () => ({
      portal: 'escritorio-virtual',
      url: escritorio,
      open: async () => {
        stage.replica.variants.proxiedWidget = true;
        await page.reload();
        await openWidget();
      },
      send: sendWidget,
      via: 'fill',
    }),
  ],
  [
    'Escritorio Virtual, with the widget at its older path',
    () => ({
      portal: 'escritorio-virtual',
      url: escritorio,
      open: async () => {
        stage.replica.variants.olderPath = true;
        await page.reload();
        await openWidget();
        await frameAt(page, widgetUrl.replace('chfecyn', 'imss'));
      },
      send: sendWidget,
      via: 'fill',
    }),
  ],
  [
    'IDSE',
    () => ({
      portal: 'idse',
      url: idse,
      open: () => page.click('#cerrarAviso'),
      send: () => page.click('#botonFirma:enabled'),
      via: 'idse-cms',
      user: true,
    }),
  ],
  ...(
    [
      ['sat-portal', 'loginda.siat'],
      ['sat-siat', 'login.siat'],
      ['sat-certisat', 'loginc.mat'],
      ['sat-facturas', 'cfdiau'],
    ] as const
  ).map(([portal, host]): [string, () => Place] => [
    `the SAT at ${host}`,
    () => ({ portal, url: satAt(host), send: sendSat, via: 'sat-token' }),
  ]),
];

test.each(places)('a person with an Ñ enters %s', async (_name, placeOf) => {
  const { portal, url, open, send, via, user } = placeOf();
  await page.goto(url);
  await open?.();
  const before = stage.replica.log.length;
  const popup = await popupForForm();
  await fillIn(popup, user ? person.rfc : undefined);
  expect(await popup.evaluate('document.body.innerText')).toContain(say('sign_in_done_fill'));
  await popup.close();
  expect(happenedSince(before, 'signed-in'), 'nothing is sent but by the person').toEqual([]);
  await page.bringToFront();
  await send();
  const [entered] = await until('The portal lets them in', () => {
    const events = happenedSince(before, 'signed-in');
    return events.length > 0 ? events : undefined;
  });
  expect(entered).toMatchObject({ via, rfc: person.rfc });
  expect(happenedSince(before, 'refused')).toEqual([]);
  const { rows } = (await tellWorker(app, 'readAudit', undefined)).res as {
    rows: { action: string; portal?: string; rfc?: string }[];
  };
  expect(rows[0]).toMatchObject({ action: 'fill', portal, rfc: person.rfc });
});

test('where the SAT asks for its own password, the way to the e.firma is a click', async () => {
  await page.goto('https://loginc.mat.sat.gob.mx/nidp/jsp/main.jsp?id=FormCertiSAT&sid=0');
  const popup = await popupForForm();
  await popup.click('[data-action=switch-to-efirma]');
  await fillIn(popup, undefined);
  expect(await page.inputValue('#txtCertificate')).toBe('enie.cer');
  await popup.close();
});

describe('a page that asks to sign', () => {
  const tramite = 'https://serviciosdigitales.imss.gob.mx/portal-web/inicio';
  const params = {
    operacion: 'firmaCMS',
    cad_original: '||VERSIÓN DEL ACUSE|1.0|ACTO|CITA||',
    salida: 'cert,rfc,folio,cadori,firmas',
  };
  const body = `<form id="firmarForm" method="post" target="firmaIframe"
      action="https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn">
      <input type="hidden" name="params" value='${JSON.stringify(params)}'>
      <button id="firmar">Firmar</button>
    </form><iframe id="firmaIframe" name="firmaIframe"></iframe>`;

  const show = async (html: string): Promise<void> => {
    await page.goto(tramite);
    await page.evaluate((inside) => {
      document.body.innerHTML = inside;
    }, html);
  };

  beforeEach(() => show(body));

  test('without its form is said to have none, and can be described', async () => {
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor("document.querySelector('[data-field=unknown-form]')", 20_000);
    expect(await popup.evaluate('document.body.innerText')).toContain(say('fill_sign_none'));
    expect(await popup.evaluate("document.querySelector('form.approval')")).toBe(null);
    await popup.close();
    const { res } = await tellWorker(app, 'describeForms', {
      tabId: await tabIdOf(stage.browser, page),
    });
    const { text, hasWidget } = res as PageForms;
    expect(text).toContain(tramite);
    expect(text).toContain('button id=firmar');
    expect(hasWidget).toBe(false);
  });

  test('with its form is signed in by what it is', async () => {
    await page.click('#firmar');
    const before = stage.replica.log.length;
    const popup = await popupForForm();
    const text = await popup.evaluate<string, []>('document.body.innerText');
    expect(text).toContain(
      say('fill_sign_title', say('portal_servicios_digitales_name').split(':')[0] ?? ''),
    );
    expect(text).not.toContain(say('sign_in_action'));
    await fillIn(popup);
    await popup.close();
    await page.frameLocator('#firmaIframe').locator('#botonValidarCert:enabled').click();
    const [signed] = await until('The widget signs', () => {
      const events = happenedSince(before, 'signed');
      return events.length > 0 ? events : undefined;
    });
    expect(signed).toMatchObject({ rfc: person.rfc, cadena: params.cad_original });
  });

  test('of another RFC alone gets nothing', async () => {
    const fills = await countEntries(app, 'fill');
    const asked = { ...params, rfc: 'XAXX010101000', val_rfc: true };
    await show(body.replace(JSON.stringify(params), JSON.stringify(asked)));
    await page.click('#firmar');
    const popup = await openPopup(stage.browser, page);
    expect(await causeInPopup(popup)).toBe('other_rfc_asked');
    expect(await popup.evaluate("document.querySelector('button.primary')")).toBe(null);
    await popup.close();
    const { res } = await tellWorker(app, 'planFill', {
      tabId: await tabIdOf(stage.browser, page),
    });
    const request = { plan: res as FillPlan, credentialId: await idOf(app, person.rfc) };
    expect(await tellWorker(app, 'fill', { ...request, password: person.password })).toMatchObject({
      err: { code: 'other_rfc_asked' },
    });
    expect(await everythingIsEmpty(page)).toBe(true);
    expect(await countEntries(app, 'fill')).toBe(fills);
  });
});

describe('the e.firma of a company', () => {
  let company: Credential;
  let companyId: string;

  /** What comes of filling the form of the page as a company. */
  async function fillAs(credentialId: string, user?: string): Promise<Told> {
    const { res } = await tellWorker(app, 'planFill', {
      tabId: await tabIdOf(stage.browser, page),
    });
    const request = { plan: res as FillPlan, credentialId, password: '' };
    return await tellWorker(app, 'fill', { ...request, ...(user !== undefined && { user }) });
  }

  beforeAll(async () => {
    ({ company } = stage.pki.credentials);
    await bring(app, [company.cerPath, company.keyPath], company.password, 'use');
    companyId = await idOf(app, company.rfc);
  });

  test('is refused at Escritorio Virtual before anything is filled', async () => {
    const fills = await countEntries(app, 'fill');
    await page.goto(escritorio);
    await openWidget();
    await page.frameLocator(widget).locator('#inputPassword').waitFor();
    const popup = await openPopup(stage.browser, page);
    await popup.waitFor("document.querySelector('form.approval select')");
    await popup.waitFor("document.querySelectorAll('form.approval option').length === 2");
    expect(
      await popup.waitFor("document.querySelector('form.approval [data-field=rfc]').innerText"),
      'another one that fits is offered first',
    ).toContain(person.rfc);
    await popup.evaluate((id) => {
      const select = document.querySelector('select');
      if (!select) return;
      select.value = id;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, companyId);
    await popup.waitFor("document.querySelector('.failure [data-field=cause]')");
    expect(
      await popup.evaluate("document.querySelector('.failure [data-field=cause]').innerText"),
    ).toBe('cert.moral');
    expect(await popup.evaluate("document.querySelector('button.primary')")).toBe(null);
    await popup.close();

    expect(await fillAs(companyId)).toMatchObject({ err: { code: 'company_refused' } });
    expect(await everythingIsEmpty(page)).toBe(true);
    expect(await countEntries(app, 'fill')).toBe(fills);
  });

  test.skipIf(!satFolder)('EKU9003173C9 is refused there too', async () => {
    const files = ['cer', 'key'].map((end) => `${satFolder}/fiel-vigente/EKU9003173C9.${end}`);
    const other = await openApp(stage.browser, 'certificados');
    await bring(other, files, '12345678a', 'use');
    await closePage(other);
    await page.goto(escritorio);
    await openWidget();
    await page.frameLocator(widget).locator('#inputPassword').waitFor();
    const told = await fillAs(await idOf(app, 'EKU9003173C9'));
    expect(told).toMatchObject({ err: { code: 'company_refused' } });
    expect(await everythingIsEmpty(page)).toBe(true);
  });

  test('enters IDSE', async () => {
    await page.goto(idse);
    await page.click('#cerrarAviso');
    const before = stage.replica.log.length;
    expect(await fillAs(companyId)).toMatchObject({ err: { code: 'user_missing' } });
    expect(await everythingIsEmpty(page)).toBe(true);
    const told = await fillAs(companyId, company.rfc);
    expect(told).toMatchObject({ res: { page: 'ready' } });
    await page.click('#botonFirma:enabled');
    const [entered] = await until('IDSE lets it in', () => {
      const events = happenedSince(before, 'signed-in');
      return events.length > 0 ? events : undefined;
    });
    expect(entered).toMatchObject({ via: 'idse-cms', rfc: company.rfc });
    await page.getByText(company.legalName).first().waitFor();
  });
});
