/** Each failure that can be seen, at every sign-in page of the rows, beside a page that is well. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp } from '../../scripts/person.ts';
import { until } from '../../scripts/worker.ts';
import { textPacks } from '../../src/diagnosis/texts/index.ts';
import type { Acuse } from '../../src/messages.ts';
import type { KnownPortal } from '../../src/portals/index.ts';
import { labFaults, type LabFault } from './lab-certificates.ts';
import { tellWorker } from './page-api.ts';
import {
  addressOf,
  elementFor,
  liveRows,
  lostHost,
  signInRows,
  startWorld,
  visitRow,
  type Tab,
  type World,
} from './portal-rows.ts';
import { memoryOf } from './watched.ts';
import { widgetUrl } from './widget.ts';

const captive = 'captive.test';
/** The clock of the computer may be the cause, until it is known to be right. */
const badCertificates: Record<LabFault, { error: string; cause: RegExp }> = {
  wrong_name: { error: 'CERT_COMMON_NAME_INVALID', cause: /^tls\.name$/ },
  expired: { error: 'CERT_DATE_INVALID', cause: /^tls\.(clock|portal_cert)$/ },
  unknown_issuer: { error: 'CERT_AUTHORITY_INVALID', cause: /^tls\.interception$/ },
};

let world: World;
let tab: Tab;

beforeAll(async () => {
  world = await startWorld({ extraHosts: [captive] });
});
afterAll(() => world.close());
beforeEach(async () => {
  tab = await world.open();
});
afterEach(() => closePage(tab.page));

const visit = (row: KnownPortal, body: string, status?: number): Promise<void> =>
  visitRow(world, tab, row, body, status);

/** The page as it should be, in the same tab: nothing is left of what was wrong. */
async function mends(row: KnownPortal): Promise<void> {
  await visit(row, '<p>Entra');
  const facts = await tab.factsWhen(({ settled, http }) => settled === true && http === 200);
  expect(facts).toMatchObject({ portal: row.id, blank: false, texts: [] });
  expect(facts.ttfb).toBeLessThan(10_000);
  for (const name of ['net', 'redirect', 'isBusy', 'widget'] as const) {
    expect(facts[name], name).toBeUndefined();
  }
  await tab.badgeBecomes('•');
}

const nodesOf = ({ watch }: KnownPortal): readonly string[] => watch?.errorNodes ?? [];

/** One sentence of each class that the row may say. */
function sentencesOf({ id }: KnownPortal): [text: string, textClass: string][] {
  const rows = textPacks
    .filter(({ portals }) => (portals as readonly string[]).includes(id))
    .flatMap((pack) => pack.rows);
  return [...new Map(rows.map((row) => [row.class, row.text])).entries()].map(
    ([textClass, text]) => [text, textClass],
  );
}

describe.each(liveRows)('$id', (row) => {
  test('every way of the server to refuse is a failure', async () => {
    for (const status of [403, 404, 429, 500, 503]) {
      await visit(row, '<p>No', status);
      await tab.factsWhen(({ http }) => http === status);
      await tab.badgeBecomes('!');
    }
    await mends(row);
  });

  test('what the portal may say is known, and read where it can be seen alone', async () => {
    const [node = ''] = nodesOf(row);
    const sentences = sentencesOf(row);
    expect(sentences.length).toBeGreaterThan(4);
    while (sentences.length > 0) {
      const some = sentences.splice(0, 10);
      // Without the form: beside one that nobody has touched some of it is only announced.
      const body = some.map(([text]) => elementFor(node, text)).join('');
      world.hosts.serve(addressOf(row), { body });
      await tab.go(addressOf(row));
      const { texts } = await tab.factsWhen((facts) => facts.texts.length === some.length);
      expect(texts.map((text) => text.class)).toEqual(some.map(([, textClass]) => textClass));
      await tab.badgeBecomes('!');
    }
    await visit(
      row,
      nodesOf(row)
        .map((each, at) => elementFor(each, `Aviso ${at}`))
        .join(''),
    );
    const { texts } = await tab.factsWhen((facts) => facts.texts.length === nodesOf(row).length);
    expect(texts.map(({ text }) => text)).toContain('Aviso 0');
    await tab.badgeBecomes('•');

    const revoked = 'No se puede acceder al aplicativo porque su E.FIRMA está revocada.';
    await visit(
      row,
      `<script>const text = '${revoked}';</script>
       <script type="application/json" class=wrong>{ "a": "${revoked}" }</script>
       ${elementFor(node, revoked, 'hidden')}<p>${revoked}</p><div id=otro>${revoked}</div>`,
    );
    expect((await tab.factsWhen(({ settled }) => settled === true)).texts).toEqual([]);
    await tab.badgeBecomes('•');
  });

  test('a connection that does not come about is a failure, with its error', async () => {
    const { host } = row;
    await world.hosts.shut(host);
    await visit(row, '');
    await tab.factsWhen(({ net }) => net === 'CONNECTION_REFUSED');
    await tab.badgeBecomes('!');
    await world.hosts.open(host);
    const session = await world.browser.context.newCDPSession(tab.page);
    const cut = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await session.send('Network.emulateNetworkConditions', { offline: true, ...cut });
    await visit(row, '');
    await tab.factsWhen(({ net }) => net === 'INTERNET_DISCONNECTED');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...cut });
    await mends(row);
  });

  test('a certificate of the server that is no good is a failure, with its error', async (context) => {
    const { lab } = world;
    if (!lab) return context.skip('This computer has no certutil.');
    for (const fault of labFaults) {
      await world.hosts.show(row.host, lab(fault, row.host));
      await visit(row, '');
      const { error, cause } = badCertificates[fault];
      await tab.factsWhen(({ net }) => net === error);
      await tab.badgeBecomes('!');
      await tab.popupTells(cause);
    }
    await world.hosts.show(row.host);
    await mends(row);
  });

  test('a network that leads elsewhere is a failure', async () => {
    const location = `https://${captive}/`;
    world.hosts.serve(addressOf(row), { status: 302, headers: { location } });
    await tab.go(addressOf(row));
    await tab.factsWhen(({ redirect }) => redirect === 'offsite');
    await mends(row);
  });
});

const rowOf = (id: string): KnownPortal => signInRows.find((row) => row.id === id)!;

/** Sends a form as scripts of the portal do. */
async function send(action: string): Promise<void> {
  const sent = tab.page.waitForNavigation();
  await tab.page.evaluate((action) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action });
    document.body.append(form);
    form.submit();
  }, action);
  await sent;
}

describe.each([
  ['idse', '/imss/AccesoIDSE.idse'],
  ['sat-portal', '/nidp/app/login'],
] as const)('the form that %s sends', (id, action) => {
  const row = rowOf(id);
  const answer = `https://${row.host}${action}`;

  test('fails as the server says, with its words, and may come back', async () => {
    await visit(row, '');
    world.hosts.serve(answer, { status: 503 });
    await send(action);
    expect(await tab.factsWhen(({ http }) => http === 503)).toMatchObject({ portal: id });
    await tab.badgeBecomes('!');
    await visit(row, '');
    const [node = ''] = nodesOf(row);
    world.hosts.serve(answer, { body: elementFor(node, 'Certificado Revocado') });
    await send(action);
    const said = await tab.factsWhen(({ texts }) => texts.length > 0);
    expect(said).toMatchObject({ http: 200, texts: [{ class: 'revoked' }], loginLoop: false });
    await tab.badgeBecomes('!');
    await mends(row);
  });

  test('lets in: what comes after is no loop, and no form is missed there', async () => {
    const inside = new URL('/imss/Modulos.idse', answer).href;
    const after = id === 'idse' ? inside : new URL('/nidp/app', answer).href;
    await visit(row, '');
    world.hosts.serve(answer, { body: '<h1>Bienvenido</h1>' });
    world.hosts.serve(after, { body: '<h1>Módulos</h1>' });
    await send(action);
    for (let times = 0; times < 3; times += 1) {
      await tab.go(after);
      const facts = await tab.factsWhen(({ settled, http }) => settled === true && http === 200);
      expect(facts.loginLoop).toBe(false);
    }
    await tab.badgeBecomes('•');
    await mends(row);
  });

  test('leads back twice: a loop', async () => {
    const location = addressOf(row);
    await visit(row, '');
    const back = new URL(`${action}/otra`, answer).href;
    world.hosts.serve(back, { status: 302, headers: { location } });
    await send(`${action}/otra`);
    await tab.go(location);
    await tab.factsWhen(({ loginLoop }) => loginLoop);
    await tab.badgeBecomes('!');
    expect(await tab.popupTells(/^session\.hung$/)).toBe('likely');
  });
});

test('a widget that the portal hands through is heard, no other frame of the portal', async () => {
  const row = rowOf('escritorio-virtual');
  const widget = `https://${row.host}/firmaElectronicaWeb/widget/chfecyn`;
  const other = `https://${row.host}/portal-web/otro`;
  const refusal = JSON.stringify({ resultado: 5, texto: 'Certificado revocado', firma: 'SECRETO' });
  const body = `<script>parent.postMessage('${refusal}', '*')</script>`;
  world.hosts.serve(widget, { body });
  world.hosts.serve(other, { body });
  const frame = (src: string) => `<p>Entra<iframe id=formFirmaDigital src="${src}"></iframe>`;
  await visit(row, frame(other));
  expect((await tab.factsWhen(({ settled }) => settled === true)).widget).toBeUndefined();
  await visit(row, frame(widget));
  const facts = await tab.factsWhen((seen) => seen.widget === 'error');
  expect(facts.texts).toMatchObject([{ class: 'revoked' }]);
  await tab.badgeBecomes('!');
  expect(await memoryOf(world.browser)).not.toContain('SECRETO');
});

test('what a portal gets back for its record is kept, from signing pages too; nothing else is', async () => {
  const answer = JSON.stringify({
    resultado: 0,
    firma: 'SECRETO',
    serie_cert: '00001000000700000001',
    firmas: { 0: { folio: 'un-folio', acuse: 'https://firmadigitalssl.imss.gob.mx/a?id=1' } },
    cadori: '||CADENA||',
  });
  world.hosts.serve(widgetUrl, {
    body: `<script>parent.postMessage('${answer}', '*')</script>`,
  });
  const url = 'https://serviciosdigitales.imss.gob.mx/tramite';
  world.hosts.serve(url, {
    body: `<p>Firma<iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`,
  });
  await tab.go(url);
  const app = await openApp(world.browser, 'historial');
  const kept = await until('The acuse', async () => {
    const { res } = await tellWorker(app, 'listAcuses', undefined);
    return (res as Acuse[])[0];
  });
  expect(kept).toMatchObject({
    portal: 'servicios-digitales',
    origin: 'https://serviciosdigitales.imss.gob.mx',
    folio: 'un-folio',
    link: 'https://firmadigitalssl.imss.gob.mx/a?id=1',
  });
  expect(JSON.stringify(kept)).not.toContain('SECRETO');
  expect(await memoryOf(world.browser)).not.toContain('CADENA');
  expect(await tab.facts(), 'it is no attempt to sign in').toBeUndefined();
  await app.close();
});

test('a name that nobody resolves is a failure', async () => {
  const [row] = signInRows.filter(({ host }) => host === lostHost);
  if (!row) throw new Error(lostHost);
  await visit(row, '');
  expect(await tab.factsWhen(({ net }) => net !== undefined)).toMatchObject({
    portal: row.id,
    net: 'NAME_NOT_RESOLVED',
  });
  await tab.badgeBecomes('!');
});
