import { afterAll, beforeAll, expect, test } from 'vitest';
import { replicaHosts } from '../../replica/index.ts';
import { startSite, type Site } from './bench.ts';

const now = new Date('2026-03-04T18:00:00Z');
const widget = 'firmadigitalssl.imss.gob.mx';
const widgetPath = '/firmaElectronicaWeb/widget/chfecyn';
let site: Site;

beforeAll(async () => {
  site = await startSite(now);
});
afterAll(() => site.stop());

/** The SAT's page has a new one each time. */
const withoutGuid = (text: string): string => text.replaceAll(/value="[A-Za-z0-9+/]{48}"/g, '');

test.each([
  ['serviciosdigitales.imss.gob.mx', '/replica/entrar', 200],
  ['serviciosdigitales.imss.gob.mx', '/replica/inicio', 403],
  ['buzon.imss.gob.mx', '/buzonimss/login', 200],
  ['buzon.imss.gob.mx', '/buzonimss/inicio', 403],
  ['buzon.imss.gob.mx', '/replica/entrar', 404],
  [widget, widgetPath, 200],
  ['idse.imss.gob.mx', '/', 404],
  ['idse.imss.gob.mx', '/imss/', 200],
  ['idse.imss.gob.mx', '/imss', 200],
  ['idse.imss.gob.mx', '/imss/AccesoIDSE.idse', 403],
  ['serviciosdigitales.imss.gob.mx', '/portal-web/portal', 200],
  ['serviciosdigitales.imss.gob.mx', '/portal-web/inicio', 403],
  ['serviciosdigitales.imss.gob.mx', widgetPath, 200],
  ['loginda.siat.sat.gob.mx', '/nidp/app/login?id=fiel', 200],
  ['login.siat.sat.gob.mx', '/nidp/app/login?id=fiel', 200],
  ['loginc.mat.sat.gob.mx', '/nidp/jsp/main.jsp?id=FormCertiSAT&sid=0', 200],
  ['cfdiau.sat.gob.mx', '/nidp/app/login?id=SATx509Custom', 200],
  ['portalcfdi.facturaelectronica.sat.gob.mx', '/', 403],
  ['imss.gob.mx', '/<script>', 404],
])('https and http at %s%s show the same marked page', async (host, path, status) => {
  const page = await site.ask({ host, path });
  expect(page.status).toBe(status);
  expect(page.text).toContain('RÉPLICA — no es el IMSS');
  expect(page.text).not.toContain('<script>');
  expect(page.text).not.toContain('{{');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'self';/);
  const plain = (await site.ask({ host, path, plainHttp: true })).text;
  expect(withoutGuid(plain)).toBe(withoutGuid(page.text));
  const sources = [...page.text.matchAll(/(?:src|href)="(\/replica\/recursos\/[^"]*)"/g)];
  for (const [, source] of sources) {
    expect((await site.ask({ host, path: source! })).status).toBe(200);
  }
});

test('the Date header is the replica’s clock, and the clock ticks', async () => {
  const asked = { host: widget, path: widgetPath };
  const first = Date.parse((await site.ask(asked)).headers.date!);
  expect(first - now.getTime()).toBeGreaterThanOrEqual(0);
  expect(first - now.getTime()).toBeLessThan(120_000);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Date.parse((await site.ask(asked)).headers.date!)).toBeGreaterThan(first);
});

test('the widget opens for the operation that it knows', async () => {
  const open = (params: string): Promise<number> =>
    site
      .ask({
        method: 'POST',
        host: widget,
        path: widgetPath,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ params }).toString(),
      })
      .then(({ status }) => status);
  expect(await open('{"operacion":"validarCertificado","salida":"rfc"}')).toBe(200);
  expect(await open('{"operacion":"otra"}')).toBe(400);
  expect(await open('{')).toBe(400);
});

test('a page reports the messages it heard', async () => {
  const body = JSON.stringify({ path: '/replica/entrar', count: 2 });
  const host = 'serviciosdigitales.imss.gob.mx';
  await site.ask({ method: 'POST', host, path: '/replica/mensajes', body });
  expect(site.replica.log.at(-1)).toMatchObject({ kind: 'foreign-message', host, count: 2 });
});

test('the resolver rules name the hosts of the portals with both their ports, and the public sites', () => {
  const { httpsPort, httpPort, resolverRules } = site.replica;
  const rules = resolverRules.split(', ');
  expect(rules).toEqual(
    expect.arrayContaining([
      `MAP *.imss.gob.mx:443 127.0.0.1:${httpsPort}`,
      `MAP *.imss.gob.mx:80 127.0.0.1:${httpPort}`,
    ]),
  );
  for (const host of replicaHosts) expect(resolverRules).toContain(`MAP ${host}:443 `);
  // The SAT's other addresses stay the SAT's, and so does the service that says what was revoked.
  expect(resolverRules).not.toMatch(/\*\.sat\.gob\.mx|www\.sat\.gob\.mx:80/);
});
