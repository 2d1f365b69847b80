import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openssl } from '../pki/openssl.ts';
import type { Credential } from '../pki/index.ts';
import { startBench, type Answer, type Bench } from './bench.ts';
import { openKey } from './mint.ts';

const host = 'idse.imss.gob.mx';
const now = new Date('2026-03-04T18:00:00Z');
const asked = { siteId: '9', location: 'https://idse.imss.gob.mx/imss/' };
let bench: Bench;
let directory: string;

beforeAll(async () => {
  bench = await startBench(now);
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-idse-'));
});
afterAll(async () => {
  await bench.stop();
  await rm(directory, { recursive: true, force: true });
});

const post = (path: string, fields: Record<string, string>): Promise<Answer> =>
  bench.ask({
    method: 'POST',
    host,
    path: `/imss/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const challenge = async (): Promise<string> => (await post('SecuenciaFirma.idse', asked)).text;
const lastCode = (): unknown => {
  const last = bench.replica.log.findLast(({ kind }) => kind !== 'page')!;
  return last.kind === 'refused' ? last.code : last.kind;
};
const errorOf = ({ text }: Answer): string | undefined =>
  /id="imsgErrors"[^>]*>([^<]*)</.exec(text)?.[1];

/** A CMS as OpenSSL makes it; DER. */
async function signWith(
  credential: Credential,
  text: string,
  options = ['-noattr', '-nodetach'],
): Promise<Buffer> {
  const path = (name: string): string => join(directory, name);
  await writeFile(path('in'), text);
  await writeFile(
    path('key.pem'),
    openKey({
      certificate: credential.readCertificate(),
      privateKey: credential.readPrivateKey(),
      password: credential.password,
      rfc: credential.rfc,
    }).export({ type: 'pkcs8', format: 'pem' }),
  );
  await openssl(['x509', '-inform', 'DER', '-in', credential.cerPath, '-out', path('leaf.pem')]);
  await openssl(
    ['cms', '-sign', '-binary', '-md', 'sha256', '-outform', 'DER', ...options]
      .concat(['-in', path('in'), '-signer', path('leaf.pem'), '-inkey', path('key.pem')])
      .concat(['-out', path('out')]),
  );
  return readFile(path('out'));
}

const fieldOf = (cms: Buffer): string => `${cms.toString('base64')}-----END+PKCS7-----`;

function accessOf({ rfc, password }: Credential, pkcs7: string): Record<string, string> {
  const files = { certificado: 'a.cer', llave: 'a.key' };
  return { siteId: '9', pkcs7, ...files, idUsuario: rfc, password };
}

test.each(['person', 'company', 'enie', 'ampersand'] as const)(
  'a CMS of OpenSSL lets %s in, once, and leads to the modules',
  async (name) => {
    const credential = bench.pki.credentials[name];
    const text = await challenge();
    expect(text).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const fields = accessOf(credential, fieldOf(await signWith(credential, text)));
    const answer = await post('AccesoIDSE.idse', fields);
    expect(answer.text).toContain('id="frmDatos"');
    expect(answer.text).toContain(
      `name="rfc_fiel" value="${credential.rfc.replace('&', '&#38;')}"`,
    );
    const cookie = answer.headers['set-cookie']![0]!.split(';')[0]!;
    const path = '/imss/Modulos.idse?irA=afiliacion';
    expect((await bench.ask({ host, path, headers: { cookie } })).text).toContain('frmDatos');
    expect((await bench.ask({ host, path })).text).toContain('#01001');
    const { log } = bench.replica;
    expect(log).toContainEqual(expect.objectContaining({ kind: 'received', fields }));
    expect(log).toContainEqual(
      expect.objectContaining({ via: 'idse-cms', rfc: credential.rfc, challenge: text }),
    );
    const again = await post('AccesoIDSE.idse', fields);
    expect([lastCode(), errorOf(again)]).toEqual(['nonce_used', '#01001 La sesión no es válida.']);
  },
);

test.each<[string, string, (text: string) => Promise<Buffer | string>]>([
  ['a text of its own', 'nonce_unknown', () => signWith(who('person'), 'otra cosa')],
  [
    'signed attributes',
    'signed_attributes',
    (text) => signWith(who('person'), text, ['-nodetach']),
  ],
  [
    'SHA-1',
    'algorithm',
    (text) => signWith(who('person'), text, ['-noattr', '-nodetach', '-md', 'sha1']),
  ],
  ['no content', 'malformed', (text) => signWith(who('person'), text, ['-noattr'])],
  [
    'a CMS that ends early',
    'malformed',
    async (text) => (await signWith(who('person'), text)).subarray(0, 900),
  ],
  [
    'no certificate',
    'malformed',
    (text) => signWith(who('person'), text, ['-noattr', '-nodetach', '-nocerts']),
  ],
  ['a changed text', 'signature', changed],
  ['a certificate that ended', 'expired', (text) => signWith(who('expired'), text)],
  ['one that begins later', 'not_yet_valid', (text) => signWith(who('notYetValid'), text)],
  ['a stranger’s issuer', 'unknown_issuer', (text) => signWith(who('unknownIssuer'), text)],
  ['a CSD', 'csd', (text) => signWith(who('csd'), text)],
  [
    'line breaks in the field',
    'pkcs7',
    async (text) => `\n${fieldOf(await signWith(who('person'), text))}`,
  ],
  [
    'no END line',
    'pkcs7',
    async (text) => (await signWith(who('person'), text)).toString('base64'),
  ],
  ['text', 'malformed', () => Promise.resolve('aG9sYQ==-----END+PKCS7-----')],
])('IDSE refuses %s', async (_, code, make) => {
  const made = await make(await challenge());
  const pkcs7 = typeof made === 'string' ? made : fieldOf(made);
  const answer = await post('AccesoIDSE.idse', accessOf(who('person'), pkcs7));
  expect(lastCode()).toBe(code);
  expect(errorOf(answer)).toMatch(/^[#A-Z].*\.$/);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test.each([
  ['wrong_account', { password: 'otra' }],
  ['wrong_account', { idUsuario: 'OTRO' }],
  ['malformed', { siteId: '8' }],
  ['malformed', { certificado: '' }],
])('IDSE refuses %s: %o; the text stays good', async (code, change) => {
  const person = who('person');
  const fields = accessOf(person, fieldOf(await signWith(person, await challenge())));
  await post('AccesoIDSE.idse', { ...fields, ...change });
  expect(lastCode()).toBe(code);
  expect((await post('AccesoIDSE.idse', fields)).text).toContain('frmDatos');
});

test('accounts can be changed while it runs', async () => {
  const { accounts } = bench.replica;
  const person = who('person');
  const fields = accessOf(person, fieldOf(await signWith(person, await challenge())));
  accounts.delete(person.rfc);
  await post('AccesoIDSE.idse', fields);
  expect(lastCode()).toBe('no_account');
  accounts.set(person.rfc, { user: 'ximena', password: 'otra' });
  const other = { ...fields, idUsuario: 'ximena', password: 'otra' };
  expect((await post('AccesoIDSE.idse', other)).text).toContain('frmDatos');
});

test('no text is given to who does not ask as the page does', async () => {
  expect((await post('SecuenciaFirma.idse', {})).status).toBe(400);
  expect((await post('SecuenciaFirma.idse', { ...asked, siteId: '1' })).status).toBe(400);
});

test('a sentence that is set is what everybody reads', async () => {
  bench.replica.faults.refusal = 'idse_rfc';
  const person = who('person');
  const fields = accessOf(person, fieldOf(await signWith(person, await challenge())));
  const answer = await post('AccesoIDSE.idse', fields);
  expect(errorOf(answer)).toBe('Certificate RFC does not match employer registry');
  bench.replica.faults.refusal = undefined;
});

function who(name: keyof Bench['pki']['credentials']): Credential {
  return bench.pki.credentials[name];
}

async function changed(text: string): Promise<Buffer> {
  const cms = await signWith(who('person'), text);
  const at = cms.indexOf(text);
  cms[at] = cms[at] === 0x41 ? 0x42 : 0x41;
  return cms;
}
