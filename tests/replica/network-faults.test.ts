import { request } from 'node:https';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { noFaults, type Faults } from '../../replica/index.ts';
import { makeFaultyTls, type FaultyTls, type TlsFault } from '../pki/index.ts';
import { startSite, type Answer, type Ask, type Site } from './bench.ts';

const now = new Date('2026-03-04T18:00:00Z');
const hosts = {
  buzon: { host: 'buzon.imss.gob.mx', path: '/buzonimss/login' },
  escritorio: { host: 'serviciosdigitales.imss.gob.mx', path: '/portal-web/portal' },
  idse: { host: 'idse.imss.gob.mx', path: '/imss/' },
  sat: { host: 'login.siat.sat.gob.mx', path: '/nidp/app/login?id=fiel' },
  widget: { host: 'firmadigitalssl.imss.gob.mx', path: '/firmaElectronicaWeb/widget/chfecyn' },
} as const;
const everyone = Object.values(hosts);
const portals = everyone.filter((page) => page !== hosts.widget);
let site: Site;

beforeAll(async () => {
  site = await startSite(now);
});
afterAll(() => site.stop());
afterEach(() => void Object.assign(site.replica.faults, noFaults()));

const set = (faults: Partial<Faults>): void => void Object.assign(site.replica.faults, faults);
const codeOf = (asked: Promise<Answer>): Promise<unknown> =>
  asked.then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code,
  );
const outcomes = (asked: readonly Ask[]): Promise<unknown[]> =>
  Promise.all(asked.map((what) => codeOf(site.ask(what))));

test.each([403, 404, 429, 500, 502, 503, 504])(
  'every portal answers %i, and the widget does not',
  async (down) => {
    set({ down });
    expect(await outcomes(portals)).toEqual(portals.map(() => down));
    expect(await outcomes([hosts.widget])).toEqual([200]);
  },
);

test('a fault can be one host’s alone, the widget’s too', async () => {
  set({ down: 503, hosts: [hosts.idse.host] });
  expect(await outcomes(everyone)).toEqual([200, 200, 503, 200, 200]);
  set({ hosts: [hosts.widget.host] });
  expect(await outcomes(everyone)).toEqual([200, 200, 200, 200, 503]);
});

test('an empty answer is a connection that ends without a byte', async () => {
  set({ empty: true });
  expect(await outcomes(everyone)).toEqual([...portals.map(() => 'ECONNRESET'), 200]);
});

test('a truncated answer ends before its length', async () => {
  const { text } = await site.ask(hosts.idse);
  set({ truncated: true, hosts: [hosts.idse.host] });
  const { received, length } = await firstBytes(hosts.idse);
  expect(length).toBe(Buffer.byteLength(text));
  expect(received).toBe(Math.floor(length / 2));
});

test('a slow answer is the same answer, later', async () => {
  const { text } = await site.ask(hosts.buzon);
  set({ slow: 700 });
  let isThere = false;
  const asked = site.ask(hosts.buzon).then((answer) => {
    isThere = true;
    return answer;
  });
  await expect.poll(() => site.replica.log.at(-1)).toMatchObject({ fault: 'slow' });
  expect(isThere).toBe(false);
  expect((await asked).text).toBe(text);
});

test('a captive network leads pages elsewhere, and nothing else', async () => {
  set({ captive: 'http://acceso.example/' });
  const answer = await site.ask(hosts.sat);
  expect([answer.status, answer.headers.location]).toEqual([302, 'http://acceso.example/']);
  const script = { ...hosts.sat, path: '/replica/recursos/sat.js' };
  expect(await outcomes([script, hosts.widget])).toEqual([200, 200]);
});

test.each([
  ['/portal-web/sesion', hosts.escritorio.host, '/portal-web/portal'],
  ['/imss/AccesoIDSE.idse', hosts.idse.host, '/imss/'],
  ['/nidp/app/login', hosts.sat.host, '/nidp/app/login?id=fiel'],
])('signing in at %s leads back', async (path, host, login) => {
  const signIn = { method: 'POST', host, path, body: '' } as const;
  set({ sessionLoop: 'with_cookies' });
  expect((await site.ask(signIn)).status).not.toBe(302);
  const answer = await site.ask({ ...signIn, headers: { cookie: 'a=b' } });
  expect([answer.status, answer.headers.location]).toEqual([302, login]);
  set({ sessionLoop: 'always' });
  expect((await site.ask(signIn)).status).toBe(302);
});

test.each<[TlsFault, string]>([
  ['expired', 'CERT_HAS_EXPIRED'],
  ['not_yet_valid', 'CERT_NOT_YET_VALID'],
  ['other_name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('TLS with %s: whoever trusts the issuer sees that alone', async (fault, code) => {
  const { host } = hosts.idse;
  const wrong = makeFaultyTls(fault, host);
  const port = await site.replica.openTlsPort(wrong);
  expect(await connect(port, host, wrong)).toBe(code);
});

test('TLS with unknown_issuer: whoever trusts it sees the same page, nobody else does', async () => {
  const { host } = hosts.idse;
  const tls = makeFaultyTls('unknown_issuer', host);
  const port = await site.replica.openTlsPort(tls);
  expect(await connect(port, host, tls)).toBe(200);
  expect(await connect(port, host)).toMatch(/UNABLE_TO|SELF_SIGNED/);
});

function connect(port: number, host: string, tls?: FaultyTls): Promise<unknown> {
  const where = { host: '127.0.0.1', port, path: '/imss/', headers: { host }, agent: false };
  return new Promise((resolve) => {
    const asked = request({ ...where, servername: host, ...(tls && { ca: tls.ca }) });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.end();
  });
}

function firstBytes({ host, path }: Ask): Promise<{ received: number; length: number }> {
  const where = { host: '127.0.0.1', port: site.replica.httpsPort, path, agent: false };
  return new Promise((resolve, reject) => {
    const asked = request({ ...where, headers: { host }, rejectUnauthorized: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let received = 0;
      response.on('data', (chunk: Buffer) => (received += chunk.length));
      response.on('error', () => undefined);
      response.on('close', () => {
        resolve({ received, length: Number(response.headers['content-length']) });
      });
    });
    asked.end();
  });
}
