/** What the portal is going to have signed, as the popup shows it before anything is put in. */
import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noFaults } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { openNotice } from '../../scripts/notice.ts';
import { pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { FrameAsk, TabAsks } from '../../src/background/tab-asks.ts';
import type { Credential } from '../pki/index.ts';
import { tabTo } from './keyboard.ts';
import { tabIdOf } from './page-api.ts';
import { readAsk, type ShownAsk } from './shown-ask.ts';
import { frameAt, widgetUrl } from './widget.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';

let stage: Stage;
let person: Credential;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  person = stage.pki.credentials.enie;
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
});
afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});
afterEach(async () => {
  Object.assign(stage.replica.faults, noFaults());
  await closePage(page);
});

/** What the popup over the page shows; undefined where it shows the form and nothing of an ask. */
async function askInPopup(): Promise<ShownAsk | undefined> {
  const popup = await openPopup(stage.browser, page);
  try {
    const armed = "document.querySelector('form.approval button.primary[aria-disabled=false]')";
    const ask = "document.querySelector('[data-field=ask]')";
    await popup.waitFor(`${armed} !== null || ${ask} !== null`);
    await popup.waitFor(`${armed} !== null`);
    return (await popup.evaluate(`${ask} !== null`)) ? await readAsk(popup) : undefined;
  } finally {
    await popup.close();
  }
}

/** The page of Buzón posts this to the widget, as it posts its own. */
async function post(params: string, how: { enctype?: string; charset?: string } = {}) {
  const answered = page.waitForResponse(
    (response) => response.url() === widgetUrl && response.request().method() === 'POST',
  );
  await page.evaluate(
    ({ text, enctype, charset }) => {
      const form = document.querySelector<HTMLFormElement>('form');
      const field = form?.querySelector('input');
      if (!form || !field) throw new Error('no form');
      field.value = text;
      form.enctype = enctype;
      form.acceptCharset = charset;
      form.submit();
    },
    { text: params, enctype: how.enctype ?? urlencoded, charset: how.charset ?? '' },
  );
  await answered;
  await frameAt(page);
}

async function openBuzon(): Promise<void> {
  await page.goto(pages.fill);
  await frameAt(page);
}

/** The replica takes what it can read; here the widget comes up whatever it is sent. */
async function takeAnything(): Promise<void> {
  const body = await (await frameAt(page)).content();
  await page.route(widgetUrl, (route) => route.fulfill({ contentType: 'text/html', body }));
}

async function keptAsks(): Promise<TabAsks | undefined> {
  const key = `asks:${await tabIdOf(stage.browser, page)}`;
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate((name) => chrome.storage.session.get(name), key);
  return kept[key] as TabAsks | undefined;
}

/** The worker reads what rests in the browser's memory once in its life. */
async function forgetWhatItKnows(): Promise<void> {
  await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
}

/** What is kept of each widget of the page. */
const widgets = async (): Promise<FrameAsk[]> => Object.values((await keptAsks()) ?? {});

const signing = (cadena: string, more: object = {}): string =>
  JSON.stringify({ operacion: 'firmaCMS', cad_original: cadena, salida: 'firma', ...more });

test('a sign-in only identifies, and which data go back is said in words', async () => {
  await openBuzon();
  expect(await askInPopup()).toEqual({
    kind: 'identify',
    title: say('ask_title_identify'),
    rows: [],
    literal: '',
    facts: [],
    wants: [
      say('ask_want_rfc'),
      say('ask_want_certificate'),
      say('ask_want_dates'),
      say('ask_want_serial'),
      say('ask_want_curp'),
      say('ask_want_representative_rfc'),
      say('ask_want_representative_curp'),
      say('ask_want_name'),
    ],
    warnings: [],
  });
});

test('a procedure shows the cadena, field by field, with its accents', async () => {
  await openNotice(page, { rfc: person.rfc });
  const shown = await askInPopup();
  expect(shown).toMatchObject({
    kind: 'sign',
    title: say('ask_title_sign'),
    warnings: [],
  });
  expect(shown?.facts).toContain(person.rfc);
  expect(shown?.rows).toEqual(
    expect.arrayContaining([
      ['VERSIÓN DEL ACUSE', '1.0'],
      ['INVOCANTE', 'RÉPLICA DE BUZÓN'],
      ['RFC', person.rfc],
      ['ACTO', 'Acepto la notificación «del año» & sus anexos'],
    ]),
  );
});

test.each([
  ['urlencoded', urlencoded, ''],
  ['in parts', multipart, ''],
  ['urlencoded in Latin-1', urlencoded, 'iso-8859-1'],
  ['in parts in Latin-1', multipart, 'iso-8859-1'],
])('%s, it is the same text', async (_how, enctype, charset) => {
  const cadena = `||ACTO|Señaló «Ñandú» & árbol|RFC|${person.rfc}||`;
  await openBuzon();
  await takeAnything();
  await post(signing(cadena), { enctype, charset });
  expect(await askInPopup()).toMatchObject({
    rows: [
      ['ACTO', 'Señaló «Ñandú» & árbol'],
      ['RFC', person.rfc],
    ],
    literal: cadena,
    warnings: [],
  });
});

describe('a warning is shown', () => {
  test('where the cadena, or the RFC that is named, is somebody else’s', async () => {
    const { rfc, curp = '' } = stage.pki.credentials.person;
    await openBuzon();
    await post(signing(`||RFC|${rfc}|CURP|${curp}||`, { rfc }));
    expect((await askInPopup())?.warnings).toEqual([
      'ask.other_rfc_named',
      'ask.rfc_in_cadena',
      'ask.curp_in_cadena',
    ]);
  });

  test('where another page asks than the one in the tab', async () => {
    await openBuzon();
    await expect
      .poll(async () => (await widgets())[0]?.shown?.origin)
      .toBe('https://buzon.imss.gob.mx');
    // No page may have another one's frame post to the widget; so what was seen is changed.
    const key = `asks:${await tabIdOf(stage.browser, page)}`;
    const worker = await stage.browser.worker();
    const other = JSON.stringify(await keptAsks()).replace('//buzon.', '//otro.');
    await worker.evaluate(
      ([name, text]) => chrome.storage.session.set({ [name]: JSON.parse(text) as unknown }),
      [key, other] as const,
    );
    await forgetWhatItKnows();
    expect((await askInPopup())?.warnings).toEqual(['ask.other_origin']);
  });

  test.each([
    [
      'a hundred levels',
      `{"operacion":"validarCertificado","x":${'['.repeat(100)}${']'.repeat(100)}}`,
    ],
    ['one megabyte', JSON.stringify({ operacion: 'validarCertificado', x: 'x'.repeat(1e6) })],
    ['two cadenas', '{"operacion":"firmaCMS","cad_original":"||A|1||","cad_original":"||B|2||"}'],
  ])('where it cannot be read: %s', async (_what, params) => {
    await openBuzon();
    await takeAnything();
    await post(params);
    expect(await askInPopup()).toMatchObject({
      kind: 'sign',
      rows: [],
      literal: '',
      warnings: ['ask.unread'],
    });
  });

  test('where the cadena is too long to be shown whole', async () => {
    await openBuzon();
    await post(signing(`||ACTO|${'x'.repeat(64 * 1024)}||`));
    expect(await askInPopup()).toMatchObject({ literal: '', warnings: ['ask.unread_cadena'] });
  });
});

test('markup, and what hides or reorders, is shown letter by letter', async () => {
  await openBuzon();
  const value = '<img src=x onerror=alert(1)>\u{202E}0001\u{200B}$1';
  await post(
    signing(`||ACTO|${value}||`, { salida: ['<b>todo</b>', 'constructor'], folio: '<i>' }),
  );
  const popup = await openPopup(stage.browser, page);
  const shown = await readAsk(popup);
  expect(shown.rows).toEqual([['ACTO', '<img src=x onerror=alert(1)>⟦U+202E⟧0001⟦U+200B⟧$1']]);
  expect(shown.wants).toEqual([
    `${say('ask_want_unknown')} <b>todo</b>`,
    `${say('ask_want_unknown')} constructor`,
  ]);
  expect(
    await popup.evaluate(
      "document.querySelectorAll('[data-field=ask] img, [data-field=ask] :is(b, i)').length",
    ),
  ).toBe(0);
  await popup.close();
});

describe('what is shown is of the document in the frame', () => {
  test('a post that is given up leaves the one before', async () => {
    await openNotice(page, { cadena: '||ACTO|Lo que está||' });
    let held: Route | undefined;
    await page.route(widgetUrl, (route) => {
      held = route;
    });
    await page.evaluate(() => {
      const form = document.querySelector('form');
      const field = form?.querySelector('input');
      if (field) field.value = '{"operacion":"validarCertificado"}';
      form?.submit();
    });
    const route = await until('The post', () => held);
    const isComing = async () => (await widgets()).some((ask) => ask.coming);
    await expect.poll(isComing).toBe(true);
    await route.abort('aborted');
    await expect.poll(isComing).toBe(false);
    expect(await askInPopup()).toMatchObject({ kind: 'sign', rows: [['ACTO', 'Lo que está']] });
  });

  test('of an answer that breaks off nobody knows what it is', async () => {
    await openBuzon();
    await expect.poll(widgets).toHaveLength(1);
    Object.assign(stage.replica.faults, { truncated: true, hosts: [new URL(widgetUrl).host] });
    await page.evaluate(() => document.querySelector('form')?.submit());
    await expect.poll(widgets).toEqual([]);
  });

  test('a frame that goes elsewhere and comes back was asked for nothing', async () => {
    await openNotice(page, { cadena: '||ACTO|Lo que estaba||' });
    const frame = await frameAt(page);
    await frame.goto('about:blank');
    await frame.goto(widgetUrl);
    await frameAt(page);
    expect(await askInPopup()).toBeUndefined();
    expect(await widgets()).toEqual([
      {
        at: expect.any(Number) as number,
        asksNothing: true,
        answered: expect.any(String) as string,
      },
    ]);
  });

  test('each tab has its own, and takes it along when it closes', async () => {
    await openNotice(page, { cadena: '||ACTO|Uno||' });
    const first = page;
    page = await stage.browser.context.newPage();
    await openNotice(page, { cadena: '||ACTO|Dos||' });
    expect((await askInPopup())?.rows).toEqual([['ACTO', 'Dos']]);
    await closePage(page);
    page = first;
    expect((await askInPopup())?.rows).toEqual([['ACTO', 'Uno']]);
    const worker = await stage.browser.worker();
    const others = await until('The closed tab is forgotten', async () => {
      const all = Object.keys(await worker.evaluate(() => chrome.storage.session.get(null)));
      const kept = all.filter((key) => key.startsWith('asks:'));
      return kept.length === 1 ? kept : undefined;
    });
    expect(others).toEqual([`asks:${await tabIdOf(stage.browser, page)}`]);
  });

  test('a page that is left takes it along', async () => {
    await openNotice(page, { cadena: '||ACTO|Uno||' });
    await expect.poll(keptAsks).toBeDefined();
    await page.goto('https://buzon.imss.gob.mx/buzonimss/inicio');
    await expect.poll(keptAsks).toBeUndefined();
  });

  test('a service worker that died meanwhile knows it still', async () => {
    await openNotice(page, { cadena: '||ACTO|Uno||' });
    await expect.poll(keptAsks).toBeDefined();
    await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    expect((await askInPopup())?.rows).toEqual([['ACTO', 'Uno']]);
  });
});

describe('what nobody saw is said to be unread', () => {
  test('where the page opened more widgets than are kept', async () => {
    await openBuzon();
    await post(signing('||ACTO|Lo que nadie ve||'));
    await page.route(widgetUrl, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.evaluate((url) => {
      for (let number = 0; number < 5; number += 1) {
        const frame = document.createElement('iframe');
        frame.name = `otro${number}`;
        document.body.append(frame);
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: url, target: frame.name });
        form.innerHTML = '<input name="params">';
        const [field] = form.elements as unknown as [HTMLInputElement];
        field.value = '{"operacion":"validarCertificado","salida":"rfc"}';
        document.body.append(form);
        form.submit();
      }
    }, widgetUrl);
    await expect
      .poll(async () => (await widgets()).map(({ shown }) => shown?.operation))
      .toEqual(Array.from({ length: 4 }, () => 'validarCertificado'));
    expect(await askInPopup()).toMatchObject({ kind: 'sign', warnings: ['ask.unread'] });
  });

  test('where what was kept of it is gone', async () => {
    await openNotice(page, { cadena: '||ACTO|Uno||' });
    await expect.poll(keptAsks).toBeDefined();
    const key = `asks:${await tabIdOf(stage.browser, page)}`;
    const worker = await stage.browser.worker();
    await worker.evaluate((name) => chrome.storage.session.remove(name), key);
    await forgetWhatItKnows();
    expect(await askInPopup()).toMatchObject({ kind: 'sign', warnings: ['ask.unread'] });
  });

  test('where it could not be kept', async () => {
    await openBuzon();
    await post(signing('||ACTO|Lo de antes||'));
    await expect.poll(async () => (await widgets())[0]?.shown?.cadena).toBeDefined();
    const worker = await stage.browser.worker();
    await worker.evaluate(() => {
      const set = chrome.storage.session.set.bind(chrome.storage.session);
      chrome.storage.session.set = (items: object) =>
        Object.keys(items).some((name) => name.startsWith('asks:'))
          ? Promise.reject(new Error('Session storage quota bytes exceeded.'))
          : set(items);
    });
    try {
      await post(signing('||ACTO|Lo de ahora||'));
      expect(await askInPopup()).toMatchObject({ rows: [], warnings: ['ask.unread'] });
    } finally {
      await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    }
  });
});

test('a long cadena is read to its end with the keyboard', async () => {
  const fields = Array.from(
    { length: 40 },
    (_each, index) => `DATO ${index + 1}|valor ${index + 1}`,
  );
  await openNotice(page, { cadena: `||${fields.join('|')}||` });
  const popup = await openPopup(stage.browser, page);
  await readAsk(popup);
  await tabTo(popup, '.cadena');
  await popup.press('End');
  await popup.waitFor("document.querySelector('.cadena').scrollTop > 0");
  await popup.close();
});
