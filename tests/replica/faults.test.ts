import { afterEach, afterAll, beforeAll, expect, test } from 'vitest';
import { noFaults, type Faults } from '../../replica/index.ts';
import { startSite, type Answer, type Ask, type Site } from './bench.ts';

const now = new Date('2026-03-04T18:00:00Z');
const buzon = 'buzon.imss.gob.mx';
const bridge = 'serviciosdigitales.imss.gob.mx';
const widget = 'firmadigitalssl.imss.gob.mx';
const login = { host: buzon, path: '/buzonimss/login' };
const signIn: Ask = { host: buzon, path: '/buzonimss/sesion', method: 'POST', body: '{}' };
const entrar = { host: bridge, path: '/replica/entrar' };
const frame = { host: widget, path: '/firmaElectronicaWeb/widget/chfecyn' };
const entry = { host: buzon, path: '/buzonimss/entrada.js' };
const part = (deploy: string): Ask => ({
  host: buzon,
  path: `/buzonimss/partes/buzon-${deploy}.js`,
});
let site: Site;

beforeAll(async () => {
  site = await startSite(now);
});
afterAll(() => site.stop());
afterEach(() => void Object.assign(site.replica.faults, noFaults()));

const ask = (what: Ask): Promise<Answer> => site.ask(what);
const statuses = async (...asked: Ask[]): Promise<number[]> =>
  (await Promise.all(asked.map(ask))).map(({ status }) => status);
const bodyOf = ({ text }: Answer): string | undefined => /<body>([^]*)<\/body>/.exec(text)?.[1];
const as = (headers: Record<string, string>): Promise<Answer> => ask({ ...login, headers });
const set = (faults: Partial<Faults>): void => void Object.assign(site.replica.faults, faults);

test('without a fault, no page is kept and none of the parts is there', async () => {
  expect(await statuses(login, entrar, frame, part('current'), part('previous'))).toEqual([
    200, 200, 200, 404, 404,
  ]);
  const page = await ask(login);
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.text).toContain('/replica/recursos/buzon.js');
  expect((await ask(entry)).text).toBe('');
});

test.each<[string, Record<string, string>, boolean]>([
  ['the user agent of an old one', { 'user-agent': 'Mozilla/5.0 Chrome/128.0.0.0' }, true],
  ['the same major', { 'user-agent': 'Mozilla/5.0 Chrome/129.0.0.0' }, false],
  ['three digits are a number, not a text', { 'user-agent': 'Chrome/1000.0.0.0' }, false],
  ['client hints', { 'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="128"' }, true],
  ['hints of a made-up brand alone', { 'sec-ch-ua': '"Not:A-Brand";v="8"' }, false],
  [
    'the older of the two',
    { 'user-agent': 'Chrome/156.0.0.0', 'sec-ch-ua': '"Microsoft Edge";v="127"' },
    true,
  ],
  ['nobody that is Chromium', { 'user-agent': 'Firefox/115.0' }, false],
])('a page below the oldest browser is empty: %s', async (_, headers, isEmpty) => {
  set({ minimumMajor: 129 });
  const page = await as(headers);
  expect(page.status).toBe(200);
  expect(bodyOf(page)?.trim() === '').toBe(isEmpty);
  expect(site.replica.log.at(-1)?.kind).toBe(isEmpty ? 'fault' : 'page');
  expect(await statuses({ ...frame, headers })).toEqual([200]);
});

test('a deploy keeps its page and entry for long, and has its own part alone', async () => {
  set({ deploy: 'previous' });
  const page = await ask(login);
  expect(bodyOf(page)?.trim()).toBe('');
  expect(page.headers['cache-control']).toBe('max-age=315360000');
  expect((await ask(entry)).headers['cache-control']).toBe('max-age=315360000');
  expect((await ask(entry)).text).toContain(part('previous').path);
  expect(await statuses(part('previous'), part('current'))).toEqual([200, 404]);
  expect((await ask(part('previous'))).headers['cache-control']).toBe('no-store');

  set({ deploy: 'current' });
  expect((await ask(login)).text).toBe(page.text);
  expect((await ask(entry)).text).toContain(part('current').path);
  expect(await statuses(part('previous'), part('current'))).toEqual([404, 200]);
  expect(site.replica.log.at(-1)).toMatchObject({ kind: 'not-found', path: part('previous').path });
});

test('the part draws what the page in one piece has', async () => {
  const whole = bodyOf(await ask(login));
  set({ deploy: 'current' });
  const drawn = /innerHTML = (".*");$/m.exec((await ask(part('current'))).text)?.[1];
  expect(JSON.parse(drawn ?? '')).toBe(whole);
});

test('with a service worker the browser’s cache keeps nothing, and the page registers it', async () => {
  set({ serviceWorker: true });
  expect((await ask(login)).headers['cache-control']).toBe('no-store');
  expect((await ask(entry)).headers['cache-control']).toBe('no-store');
  expect((await ask(part('current'))).text).toContain('serviceWorker.register');
  set({ serviceWorker: false, deploy: 'current' });
  expect((await ask(part('current'))).text).not.toContain('serviceWorker');
});

test('the worker’s own text is the same in every deploy', async () => {
  const worker = { host: buzon, path: '/buzonimss/trabajador.js' };
  set({ serviceWorker: true, deploy: 'previous' });
  const before = await ask(worker);
  set({ deploy: 'current' });
  expect((await ask(worker)).text).toBe(before.text);
  expect(before.text).toContain('addAll');
});

test.each<[string, Partial<Faults>, number[]]>([
  ['down', { down: 503 }, [503, 503, 503, 200]],
  ['the widget down', { widgetDown: true }, [200, 403, 200, 503]],
  ['maintenance', { maintenance: true }, [200, 403, 200, 200]],
  ['signing in that leads back', { sessionLoop: 'always' }, [200, 302, 200, 200]],
])('%s: Buzón, its sign-in, the other portal, the widget', async (_, faults, expected) => {
  set(faults);
  expect(await statuses(login, signIn, entrar, frame)).toEqual(expected);
});

test('maintenance says so, and nothing else', async () => {
  set({ maintenance: true });
  const page = await ask(login);
  expect(page.text).toContain('Portal en mantenimiento.');
  expect(page.text).not.toContain('formWidget');
});

test('a session that hangs lets in whoever forgets it', async () => {
  set({ sessionLoop: 'with_cookies' });
  const withCookie = await ask({ ...signIn, headers: { cookie: 'JSESSIONID=vieja' } });
  expect(withCookie.headers.location).toBe('/buzonimss/login');
  expect(await statuses(signIn)).toEqual([403]);
});

test('cookies are refused beyond the limit, counted in bytes', async () => {
  set({ cookieLimit: 10 });
  const status = async (cookie: string): Promise<number> => (await as({ cookie })).status;
  expect(await status('a=12345678')).toBe(200);
  expect(await status('a=123456789')).toBe(431);
});

test('a portal that hangs takes the request and says nothing; the widget answers', async () => {
  set({ hang: true });
  const silence = new Promise((resolve) => setTimeout(resolve, 500, 'silence'));
  const hanging = ask(login).catch(() => 'cut');
  expect(await Promise.race([hanging, silence])).toBe('silence');
  expect(await statuses(frame)).toEqual([200]);
  expect(site.replica.log).toContainEqual(expect.objectContaining({ fault: 'hang' }));
});
