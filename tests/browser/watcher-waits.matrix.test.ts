/** What never comes, and what comes late: forms, answers, pages. All of it is waited for at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { portals, type KnownPortal } from '../../src/portals/index.ts';
import { addressOf, formOf, liveRows, startWorld, type Tab, type World } from './portal-rows.ts';
import { widgetUrl } from './widget.ts';

const patience = 50_000;
const widgetForm = `<p>Firma</p><input type=file id=inputCertificado><input type=file id=inputKey>
  <input type=password id=inputPassword><button type=button id=botonValidarCert>Validar</button>`;
const frame = (src: string): string =>
  `<p>Entra</p><iframe id=formFirmaDigital src="${src}"></iframe>`;
const rowOf = (id: string): KnownPortal => portals.find((portal) => portal.id === id)!;
/** What a widget or a page that says nothing may come of: it takes more to tell them apart. */
const silence = /^(?:portal\.widget_down|cache\.stale|ext\.interference|cert\.expired)$/;
const emptiness = /^(?:cache\.stale|ext\.blocker|portal\.down)$/;
const slowness = /^(?:portal\.down|net\.slow)$/;
const own = liveRows.filter((row) => formOf(row) !== '');
const idse = rowOf('idse');
const sat = rowOf('sat-facturas');
const buzon = rowOf('buzon-imss');
const desk = rowOf('escritorio-virtual');
const proxied = `https://${desk.host}/firmaElectronicaWeb/widget/chfecyn`;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Opens a page in a tab of its own, and does not wait for it. */
async function show(url: string, body: string, after = 0): Promise<Tab> {
  const tab = await world.open();
  world.hosts.serve(url, { body, after });
  void tab.go(url, { timeout: 120_000 });
  return tab;
}

/** An address of its own under that of the form, where every address there has the form. */
async function begin(row: KnownPortal, body: string, mark = ''): Promise<Tab> {
  const tab = await show(addressOf(row) + mark, body);
  await tab.factsWhen(({ http }) => http === 200);
  return tab;
}

const settled = (tab: Tab) =>
  tab.factsWhen((facts) => facts.settled === true && facts.http === 200, 20_000);

describe('a form that is not there', () => {
  test.each(own)('at $id is missed once the page has settled, until it comes', async (row) => {
    const tab = await begin(row, '<h1>Bienvenido</h1><input type=file id=otro>');
    const facts = await tab.factsWhen(({ form }) => form !== undefined, 20_000);
    expect(facts.form).toBe('missing');
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(/^portal\.changed$/)).toBe('unknown');
    await tab.page.evaluate(
      (html) => document.body.insertAdjacentHTML('beforeend', html),
      formOf(row),
    );
    await tab.factsWhen(({ form }) => form === 'found');
    await tab.badgeBecomes('•');
    await closePage(tab.page);
  });

  test('in the widget is missed, of its own host and handed through', async () => {
    for (const [row, src] of [
      [buzon, widgetUrl],
      [desk, proxied],
    ] as const) {
      world.hosts.serve(src, { body: '<p>Otra cosa</p>' });
      const bad = await begin(row, frame(src));
      await bad.factsWhen(({ form }) => form === 'missing', 20_000);
      await bad.badgeBecomes('!');
      world.hosts.serve(src, { body: widgetForm });
      await bad.go(bad.page.url());
      expect((await bad.factsWhen(({ form }) => form !== undefined)).form).toBe('found');
      await bad.badgeBecomes('•');
      await closePage(bad.page);
    }
  });

  test('is not missed where it is late, where there is another way, nor on the pages behind', async () => {
    const late = await begin(sat, '<h1>Acceso</h1>');
    await late.page.evaluate((html) => {
      setTimeout(() => document.body.insertAdjacentHTML('beforeend', html), 4500);
    }, formOf(sat));
    const inside = await show(
      `https://${idse.host}/imss/Modulos.idse`,
      '<h1>Módulos</h1><p>Bienvenido</p>',
    );
    const other = await begin(
      rowOf('sat-certisat'),
      '<h1>Contraseña</h1><input type=password><button id=buttonFiel>e.firma</button>',
    );
    expect((await settled(late)).form).toBe('found');
    expect((await settled(other)).form).toBe('found');
    expect((await settled(inside)).form).toBeUndefined();
    for (const tab of [late, inside, other]) {
      await tab.badgeBecomes('•');
      await closePage(tab.page);
    }
  });
});

test.each(liveRows)(
  'at $id the popup opens on a page with nothing on it, and on being sent away',
  async (row) => {
    const tab = await show(addressOf(row), '<div></div>');
    await tab.factsWhen(({ blank }) => blank, 20_000);
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(emptiness)).toBe('unknown');

    world.hosts.serve(addressOf(row), { body: '<p>Demasiadas visitas', status: 429 });
    await tab.go(addressOf(row));
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(/^portal\.waf$/)).toBe('is');
    await closePage(tab.page);
  },
);

test(
  'half a minute without an answer is a failure, whatever was waited for',
  { timeout: 150_000 },
  async () => {
    world.hosts.serve(widgetUrl, { body: widgetForm });
    const silent = await begin(buzon, frame(widgetUrl));
    const idle = await begin(desk, frame(widgetUrl));
    const answered = await begin(buzon, frame(widgetUrl), '/bis');
    for (const tab of [silent, answered]) {
      await tab.page.frameLocator('#formFirmaDigital').locator('#botonValidarCert').click();
    }
    await answered.page.frames()[1]?.evaluate(`parent.postMessage('{"resultado":0}', '*')`);
    await answered.factsWhen(({ widget }) => widget === 'ok');

    const wait = '<div id=idModalWaitProcess>Espere un momento</div>';
    const busy = await begin(idse, wait + formOf(idse));
    const never = `https://${sat.host}/nidp/jsp/main.jsp`;
    const pending = await show(never, '', Infinity);
    const slow = await show(addressOf(rowOf('sat-portal')), formOf(rowOf('sat-portal')), 17_000);
    const hidden = await begin(rowOf('sat-certisat'), wait + formOf(rowOf('sat-certisat')));
    world.hosts.serve(proxied, { after: Infinity });
    const closed = await begin(desk, frame(proxied), '/bis');

    expect((await slow.factsWhen(({ http }) => http === 200, patience)).ttfb).toBeGreaterThan(
      15_000,
    );
    await slow.badgeBecomes('•');
    expect(await slow.popupIsCalm()).toBe(true);
    expect((await silent.factsWhen(({ widget }) => widget !== undefined, patience)).widget).toBe(
      'no_message',
    );
    await silent.badgeBecomes('!');
    expect(await silent.popupTells(silence)).toBe('unknown');
    await busy.factsWhen(({ isBusy }) => isBusy === true, patience);
    await busy.badgeBecomes('!');
    expect(await busy.popupTells(slowness)).toBe('unknown');
    const waited = await pending.factsWhen(({ ttfb = 0 }) => ttfb > 15_000, patience);
    expect(waited.http).toBeUndefined();
    await pending.badgeBecomes('!');
    expect(await pending.popupTells(slowness)).toBe('unknown');
    await closed.factsWhen(({ widget }) => widget === 'no_message', patience);
    await closed.badgeBecomes('!');
    expect(await closed.popupTells(silence)).toBe('unknown');

    for (const tab of [idle, answered, hidden]) {
      expect((await tab.facts())?.widget).not.toBe('no_message');
      expect((await tab.facts())?.isBusy).toBeUndefined();
      await tab.badgeBecomes('•');
    }
    await busy.page.evaluate("document.getElementById('idModalWaitProcess').remove()");
    await busy.factsWhen(({ isBusy }) => isBusy === undefined);
    await busy.badgeBecomes('•');
    await silent.page.frames()[1]?.evaluate(`parent.postMessage('{"resultado":0}', '*')`);
    await silent.factsWhen(({ widget }) => widget === 'ok');
    await silent.badgeBecomes('•');
  },
);
