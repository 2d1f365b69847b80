import { sign } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Replica } from '../../replica/index.ts';
import { readLeaf } from '../../replica/leaf.ts';
import { startBench, type Answer, type Bench } from './bench.ts';
import { openKey, type Files } from './mint.ts';
import { satTestEfirma } from './sat-fixtures.ts';

const now = new Date('2026-03-04T18:00:00Z');
const hosts = [
  'loginda.siat.sat.gob.mx',
  'login.siat.sat.gob.mx',
  'loginc.mat.sat.gob.mx',
  'cfdiau.sat.gob.mx',
];
const [host = ''] = hosts;
const portal = 'portalcfdi.facturaelectronica.sat.gob.mx';
const path = '/nidp/app/login?id=fiel';
const invalid =
  'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.';
let bench: Bench;

beforeAll(async () => {
  bench = await startBench(now);
});
afterAll(() => bench.stop());

type Name = keyof Bench['pki']['credentials'];
type Fields = Record<'guid' | 'token' | 'fert', string>;

const filesOf = (name: Name): Files => {
  const credential = bench.pki.credentials[name];
  const [certificate, privateKey] = [credential.readCertificate(), credential.readPrivateKey()];
  return { certificate, privateKey, password: credential.password, rfc: credential.rfc };
};
const post = (
  where: { host: string; path: string },
  fields: object,
  whom?: Replica,
): Promise<Answer> =>
  bench.ask(
    { ...where, method: 'POST', body: new URLSearchParams({ ...fields }).toString() },
    whom,
  );
const unescaped = (text = ''): string =>
  text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const hidden = ({ text }: Answer, name: string): string =>
  unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]);
const errorOf = ({ text }: Answer): string => unescaped(/data-error="([^"]*)"/.exec(text)?.[1]);
const guidOf = async (where = host, whom?: Replica): Promise<string> =>
  hidden(await bench.ask({ host: where, path }, whom), 'guid');
const lastCode = (): unknown => {
  const last = bench.replica.log.findLast(({ kind }) => kind === 'refused');
  return last?.kind === 'refused' ? last.code : undefined;
};

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const fertOf = (notAfter: Date): string =>
  `${notAfter.toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`;

/** A token as the SAT's page makes it, with node:crypto alone. */
function mint(files: Files, guid: string, change: { co?: string; hash?: string } = {}): Fields {
  const leaf = readLeaf(files.certificate);
  const co = change.co ?? `${guid}|${leaf.rfc}|${leaf.serialNumber}`;
  const signature = sign(change.hash ?? 'sha1', Buffer.from(co), openKey(files));
  const token = base64(`${base64(co)}#${base64(base64(signature))}`);
  return { guid, token, fert: fertOf(leaf.notAfter) };
}

test('the guid is the text of a UUID in base64, new each time', async () => {
  const guids = await Promise.all(hosts.map((where) => guidOf(where)));
  expect(new Set(guids).size).toBe(4);
  for (const guid of guids) {
    expect(guid).toHaveLength(48);
    expect(Buffer.from(guid, 'base64').toString()).toMatch(
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
    );
  }
});

test.each([
  ['person', 0],
  ['company', 1],
  ['enie', 2],
  ['ampersand', 3],
] as const)('%s is carried over to a portal that greets, once', async (name, at) => {
  const { rfc } = bench.pki.credentials[name];
  const where = { host: hosts[at]!, path };
  const fields = mint(filesOf(name), await guidOf(where.host));
  const answer = await post(where, fields);
  expect(unescaped(/action="([^"]*)"/.exec(answer.text)?.[1])).toBe(`https://${portal}/`);
  expect([hidden(answer, 'wa'), hidden(answer, 'wctx')]).toEqual([
    'wsignin1.0',
    'rm=0&amp;id=passive&amp;ru=%2f',
  ]);
  const result = { wa: 'wsignin1.0', wresult: hidden(answer, 'wresult') };
  const entered = await post({ host: portal, path: '/' }, result);
  const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
  const greeting = await bench.ask({ host: portal, path: '/', headers: { cookie } });
  expect(unescaped(greeting.text)).toContain(rfc);
  expect((await post({ host: portal, path: '/' }, result)).status).toBe(403);
  expect(errorOf(await post(where, fields))).toBe(invalid);
  expect(lastCode()).toBe('nonce_used');
});

test.each<[string, string, (guid: string) => Partial<Fields>]>([
  ['no token', 'malformed', (guid) => ({ guid })],
  ['garbage', 'malformed', (guid) => ({ guid, token: 'no es base64' })],
  ['SHA-256', 'signature', (guid) => mint(filesOf('person'), guid, { hash: 'sha256' })],
  ['a key of another', 'signature', otherKey],
  ['a guid of its own', 'nonce_unknown', () => mint(filesOf('person'), base64('x'.repeat(36)))],
  ['two guids', 'guid', (guid) => ({ ...mint(filesOf('person'), guid), guid: 'otro' })],
  ['an RFC of another', 'subject', (guid) => named(guid, 'ROPA7809092J9')],
  [
    'a number that nobody has',
    'unknown_certificate',
    (guid) => named(guid, undefined, '0'.repeat(20)),
  ],
  ['another end', 'fert', (guid) => ({ ...mint(filesOf('person'), guid), fert: '270101000000Z' })],
  ['a stranger’s certificate', 'unknown_issuer', (guid) => mint(filesOf('unknownIssuer'), guid)],
])('the SAT refuses %s', async (_, code, make) => {
  const answer = await post({ host, path }, make(await guidOf()));
  expect(lastCode()).toBe(code);
  expect(errorOf(answer)).toBe(invalid);
  expect(hidden(answer, 'guid')).toHaveLength(48);
});

test('the server has words of its own for what ended or was revoked', async () => {
  expect(errorOf(await post({ host, path }, mint(filesOf('expired'), await guidOf())))).toBe(
    'Certificado Caduco',
  );
  bench.replica.faults.refusal = 'sat_revoked';
  const answer = await post({ host, path }, mint(filesOf('person'), await guidOf()));
  bench.replica.faults.refusal = undefined;
  expect(errorOf(answer)).toBe('Certificado Revocado');
});

test('the page has «revocada» in a script always, and its button leads from Contraseña', async () => {
  const page = await bench.ask({ host, path });
  expect(page.text).toMatch(/<script[^>]*>[^<]*está revocada[^<]*<\/script>/);
  const password = await bench.ask({ host, path: '/nidp/app/login?id=SATUPCFDiCon' });
  expect(password.text).toContain('id="buttonFiel"');
  expect(password.text).not.toContain('certform');
});

const sat = satTestEfirma();
test('the SAT’s test e.firma enters once its certificate is registered', async ({ skip }) => {
  if (!sat) return skip('skipped: no SAT fixtures');
  const replica = await bench.at(new Date('2026-01-01T12:00:00Z'));
  const where = { host, path };
  const before = await post(where, mint(sat, await guidOf(host, replica)), replica);
  expect(errorOf(before)).toBe(invalid);
  replica.registry.register(sat.certificate);
  const fields = mint(sat, await guidOf(host, replica));
  expect(fields.token).toHaveLength(764);
  expect((await post(where, fields, replica)).text).toContain('name="wresult"');
});

function otherKey(guid: string): Fields {
  const person = readLeaf(filesOf('person').certificate);
  return {
    ...mint(filesOf('company'), guid, { co: `${guid}|${person.rfc}|${person.serialNumber}` }),
    fert: fertOf(person.notAfter),
  };
}

function named(guid: string, rfc?: string, number?: string): Fields {
  const person = readLeaf(filesOf('person').certificate);
  const co = `${guid}|${rfc ?? person.rfc}|${number ?? person.serialNumber}`;
  return mint(filesOf('person'), guid, { co });
}
