/** Another extension, at every sign-in page: what it stops, and what it says into the page. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import type { KnownPortal } from '../../src/portals/index.ts';
import {
  addressOf,
  elementFor,
  formOf,
  liveRows,
  startWorld,
  type Tab,
  type World,
} from './portal-rows.ts';
import { makeExtension } from './watched.ts';

/** Speaks when a key is pressed: what a page takes for its widget's word, and what is none. */
const speaks = `if (top === window) addEventListener('keydown', ({ key }) => {
  if (key === 'a') postMessage({ ofertas: [] }, '*');
  if (key === 'j') postMessage('{"ofertas":[]}', '*');
});`;

const stops = ['main_frame', 'sub_frame', 'script', 'stylesheet'].map((type, at) => ({
  id: at + 1,
  action: { type: 'block' },
  condition: { urlFilter: '*estorbo', resourceTypes: [type] },
}));

/** As careless as the pages that are known: what is no JSON ends the signing. */
const careless = `<script>
  window.heard = 0;
  addEventListener('message', ({ data }) => {
    heard += 1;
    try {
      JSON.parse(data);
    } catch (error) {
      document.getElementById('formFirmaDigital')?.remove();
      throw error;
    }
  });
</script>`;

const widgetForm = `<p>Firma</p><input type=file id=inputCertificado><input type=file id=inputKey>
  <input type=password id=inputPassword><button type=button id=botonValidarCert>Validar</button>`;

let world: World;
let tab: Tab;

beforeAll(async () => {
  const hosts = ['https://*.imss.gob.mx/*', 'https://*.sat.gob.mx/*'];
  world = await startWorld({
    makeOther: (directory) => makeExtension(directory, 'estorba', speaks, stops, hosts),
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  tab = await world.open();
});
afterEach(() => closePage(tab.page));

/** Addresses of the widget in a row's page: of its own host, and handed through. */
const widgetsOf = ({ forms }: KnownPortal): string[] =>
  forms
    .filter(({ ancestors }) => ancestors.length > 0)
    .map(({ origin, paths }) => `${origin}${paths[0]}`);

const frame = (src: string): string => `<iframe id=formFirmaDigital src="${src}"></iframe>`;

/** The page with its form, or with the widget in it; and with what else is asked. */
async function visit(row: KnownPortal, more = '', [widget] = widgetsOf(row)): Promise<void> {
  if (widget) world.hosts.serve(widget, { body: widgetForm });
  const body = `<p>Entra ${formOf(row)}${widget ? frame(widget) : ''}${careless}${more}`;
  world.hosts.serve(addressOf(row), { body });
  await tab.go(addressOf(row));
}

const settled = () => tab.factsWhen((facts) => facts.settled === true && facts.http === 200);

describe.each(liveRows)('$id', (row) => {
  test('files that it stops are counted, a page that it stops is a failure', async () => {
    await visit(row, '<script src="/archivo.js"></script>');
    expect(await settled()).toMatchObject({ blocked: 0 });
    await tab.badgeBecomes('•');

    await visit(
      row,
      '<script src="/estorbo.js"></script><link rel=stylesheet href="/estorbo.css">',
    );
    await tab.factsWhen(({ blocked }) => blocked === 2);
    await settled();
    await tab.badgeBecomes('•');

    await tab.go(`${addressOf(row)}?estorbo`);
    await tab.factsWhen(({ net }) => net === 'BLOCKED_BY_CLIENT');
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(/^ext\.blocker$/)).toBe('is');

    await visit(row);
    expect(await settled()).toMatchObject({ blocked: 0, portal: row.id });
    await tab.badgeBecomes('•');
  });
});

const withWidget = liveRows.filter((row) => widgetsOf(row).length > 0);
const widgets = withWidget.flatMap((row) =>
  widgetsOf(row).map((url) => ({ id: row.id, url, row })),
);

describe.each(widgets)('$id, with the widget of $url', ({ row, url }) => {
  test('a widget that it stops is a failure', async () => {
    await visit(row, '', [`${url}?estorbo`]);
    await tab.factsWhen(({ widgetNet }) => widgetNet === 'BLOCKED_BY_CLIENT');
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(/^ext\.blocker$/)).toBe('is');
    await visit(row, '', [url]);
    await tab.factsWhen(({ widgetHttp }) => widgetHttp === 200);
    await tab.badgeBecomes('•');
  });

  test('what it says is heard once it ends the signing, and only then a failure', async () => {
    await visit(row, '', [url]);
    await tab.factsWhen((facts) => facts.settled === true && facts.form === 'found');
    await tab.page.keyboard.press('j');
    await tab.page.waitForFunction('heard === 1');
    expect(await tab.facts()).toMatchObject({ foreignMessages: 0 });
    await tab.badgeBecomes('•');

    await tab.page.keyboard.press('a');
    const facts = await tab.factsWhen(({ widget }) => widget !== undefined);
    expect(facts).toMatchObject({ widget: 'closed_early', foreignMessages: 1, blocked: 0 });
    expect(facts.disturbedAtOnce).toBeUndefined();
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(/^ext\.interference$/)).toBe('is');
  });
});

const alone = liveRows.filter((row) => widgetsOf(row).length === 0);

test.each(alone)('at $id nothing is being signed that words could disturb', async (row) => {
  const [node = ''] = row.watch?.errorNodes ?? [];
  await visit(row);
  await settled();
  await tab.page.keyboard.press('a');
  await tab.page.waitForFunction('heard === 1');
  // What is said after it comes with all that was seen before.
  await tab.page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    elementFor(node, 'Un aviso'),
  );
  const facts = await tab.factsWhen(({ texts }) => texts.length === 1);
  expect(facts).toMatchObject({ foreignMessages: 0, blocked: 0 });
  expect(facts.widget).toBeUndefined();
  await tab.badgeBecomes('•');
});
