import { verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noVariants, refusalTexts, type RefusalId, type Variants } from '../../replica/index.ts';
import type { Credential } from '../pki/index.ts';
import { startBench, type Answer, type Bench } from './bench.ts';

const widget = 'firmadigitalssl.imss.gob.mx';
const proxied = 'serviciosdigitales.imss.gob.mx';
const widgetPath = '/firmaElectronicaWeb/widget/chfecyn';
const now = new Date('2026-03-04T18:00:00Z');
let bench: Bench;

beforeAll(async () => {
  bench = await startBench(now);
});
afterAll(() => bench.stop());

const unescaped = (text = ''): string =>
  text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

/** What a procedure's page would post to the widget. */
async function paramsOf(host: string, path: string): Promise<string> {
  const { text } = await bench.ask({ host, path });
  return unescaped(/name="params"\s+value="([^"]*)"/.exec(text)?.[1]);
}
const sipre = (query = ''): Promise<string> => paramsOf(proxied, `/sipre/firma${query}`);

async function sendTo(host: string, params: string, credential: Credential): Promise<Answer> {
  const form = new FormData();
  form.append('params', params);
  form.append('rfc', credential.rfc);
  form.append('certificado', new Blob([new Uint8Array(credential.readCertificate())]), 'a.cer');
  form.append('key', new Blob([new Uint8Array(credential.readPrivateKey())]), 'a.key');
  form.append('password', credential.password);
  const request = new Request('https://x.example', { method: 'POST', body: form });
  return bench.ask({
    method: 'POST',
    host,
    path: `${widgetPath}/validar`,
    headers: { 'content-type': request.headers.get('content-type')! },
    body: new Uint8Array(await request.arrayBuffer()),
  });
}
type Signed = Record<'folio' | 'firma' | 'cadori' | 'cert' | 'acuse', string>;
const take = (signed: Partial<Signed>): Promise<Answer> =>
  bench.ask({ method: 'POST', host: proxied, path: '/sipre/firma', body: JSON.stringify(signed) });
const lastCode = (): unknown => {
  const last = bench.replica.log.at(-1)!;
  return last.kind === 'refused' ? last.code : last.kind;
};

test('a procedure asks in plain ASCII for a cadena with accents', async () => {
  const params = await sipre('?rfc=LU%C3%91P8503047M6');
  expect(params).toMatch(/^[\u0020-\u007e]*$/);
  expect(params).toContain(String.raw`VERSI\u00d3N DEL ACUSE`);
  expect(params).not.toMatch(/[&']/);
  const asked = JSON.parse(params) as Record<string, unknown>;
  expect(asked).toMatchObject({ operacion: 'firmaCMS', rfc: 'LUÑP8503047M6', val_rfc: true });
  expect(asked['cad_original']).toMatch(
    /^\|\|VERSIÓN DEL ACUSE\|1\.0\|INVOCANTE\|RÉPLICA DE SIPRE\|.*\|FECHA\|04\/03\/2026\|HORA\|12:.*\|RFC\|LUÑP8503047M6\|.*& sus anexos\|\|$/,
  );
});

test('a page can be told what to ask, also from where nobody expects it', async () => {
  const params = await paramsOf('otro.imss.gob.mx', '/replica/firma?cadena=%7C%7Ca%7Cb%7C%7C');
  expect(JSON.parse(params)).toMatchObject({ rfc: '', cad_original: '||a|b||' });
  expect(JSON.parse(params)).not.toHaveProperty('val_rfc');
});

test.each([widget, proxied])(
  'at %s a signature is that of the cadena, and its acuse can be seen',
  async (host) => {
    const { enie } = bench.pki.credentials;
    const params = await sipre('?rfc=LU%C3%91P8503047M6');
    const answer = JSON.parse((await sendTo(host, params, enie)).text) as Signed;
    expect(answer).toMatchObject({ resultado: 0, texto: 'EXITO', rfc: enie.rfc });
    const { publicKey } = new X509Certificate(enie.readCertificate());
    const [cadena, firma] = [Buffer.from(answer.cadori), Buffer.from(answer.firma, 'base64')];
    expect(verify('sha256', cadena, publicKey, firma)).toBe(true);
    const acuse = new URL(answer.acuse);
    const seen = await bench.ask({ host: acuse.host, path: acuse.pathname + acuse.search });
    expect(unescaped(seen.text)).toContain(answer.cadori);
    const unknown = await bench.ask({ host: acuse.host, path: `${acuse.pathname}?id=otro` });
    expect(unknown.status).toBe(404);
    expect((await take(answer)).status).toBe(200);
    expect(bench.replica.log.at(-1)).toMatchObject({ kind: 'signature-accepted', rfc: enie.rfc });
  },
);

test('the answer has what `salida` asks for, and nothing else', async () => {
  const asked = { operacion: 'firmaCMS', cad_original: '||a|b||', salida: 'folio, firmas' };
  const { text } = await sendTo(widget, JSON.stringify(asked), bench.pki.credentials.person);
  const answer = JSON.parse(text) as Record<string, unknown>;
  expect(Object.keys(answer)).toEqual(['resultado', 'texto', 'folio', 'firmas']);
  expect(answer['firmas']).toEqual([expect.objectContaining({ cadori: '||a|b||' })]);
});

test.each([
  ['another RFC than the one that has to sign', '?rfc=LU%C3%91P8503047M6', 'rfc_not_asked'],
  ['an RFC of nobody', '?rfc=', 'rfc_not_asked'],
])('the widget refuses %s', async (_, query, code) => {
  const answer = await sendTo(widget, await sipre(query), bench.pki.credentials.person);
  expect(JSON.parse(answer.text)).toEqual({
    resultado: expect.any(Number),
    texto: 'El RFC ingresado no pertenece al usuario IMSS a firmar.',
  });
  expect(lastCode()).toBe(code);
});

test.each<[string, string, (signed: Signed, other: Credential) => Partial<Signed>]>([
  ['another text', 'signature', (signed) => ({ ...signed, cadori: `${signed.cadori} ` })],
  [
    'a certificate of another',
    'signature',
    (signed, other) => ({
      ...signed,
      cert: Buffer.from(other.readCertificate()).toString('base64'),
    }),
  ],
  ['no certificate', 'not_a_certificate', (signed) => ({ ...signed, cert: 'AAAA' })],
  ['nothing', 'malformed', () => ({})],
])('a procedure refuses %s', async (_, code, change) => {
  const { person, company } = bench.pki.credentials;
  const { text } = await sendTo(widget, await sipre(), person);
  expect((await take(change(JSON.parse(text) as Signed, company))).status).toBe(403);
  expect(lastCode()).toBe(code);
});

test('Escritorio Virtual lets persons in and companies not', async () => {
  const { person, company } = bench.pki.credentials;
  const enter = async (credential: Credential): Promise<Answer> => {
    const { text } = await sendTo(widget, '{"operacion":"autentica"}', credential);
    const { rfc, folio } = JSON.parse(text) as { rfc: string; folio: string };
    const body = JSON.stringify({ rfc, folio });
    return bench.ask({ method: 'POST', host: proxied, path: '/portal-web/sesion', body });
  };
  expect(JSON.parse((await enter(company)).text)).toEqual({
    code: 'no_role',
    error: 'El certificado utilizado no tiene un rol autorizado.',
  });
  const answer = await enter(person);
  const headers = { cookie: answer.headers['set-cookie']![0]!.split(';')[0]! };
  const home = await bench.ask({ host: proxied, path: '/portal-web/inicio', headers });
  expect(home.text).toContain(person.rfc);
});

const ids = Object.keys(refusalTexts) as RefusalId[];
test.each(ids.filter((id) => refusalTexts[id][0] === 'widget'))(
  'the widget says what is set: %s',
  async (id) => {
    bench.replica.faults.refusal = id;
    const { text } = await sendTo(widget, await sipre(), bench.pki.credentials.person);
    bench.replica.faults.refusal = undefined;
    expect(JSON.parse(text)).toMatchObject({ texto: refusalTexts[id][1] });
    expect(lastCode()).toBe(id);
  },
);

test.each(ids.filter((id) => refusalTexts[id][0] === 'imss'))(
  'Buzón, Escritorio Virtual and a procedure say what is set: %s',
  async (id) => {
    bench.replica.faults.refusal = id;
    const asked = [
      { host: 'buzon.imss.gob.mx', path: '/buzonimss/sesion', body: '{"rfc":"x","folio":"y"}' },
      { host: proxied, path: '/portal-web/sesion', body: '{"rfc":"x","folio":"y"}' },
      {
        host: proxied,
        path: '/sipre/firma',
        body: '{"folio":"x","firma":"y","cadori":"z","cert":"w"}',
      },
    ];
    for (const what of asked) {
      const { status, text } = await bench.ask({ ...what, method: 'POST' });
      expect([status, JSON.parse(text)]).toEqual([403, { code: id, error: refusalTexts[id][1] }]);
    }
    bench.replica.faults.refusal = undefined;
  },
);

const forms = [
  [widget, widgetPath],
  ['idse.imss.gob.mx', '/imss/'],
  ['cfdiau.sat.gob.mx', '/nidp/app/login?id=fiel'],
] as const;
const withVariant = async (
  change: Partial<Variants>,
  host: string,
  path: string,
): Promise<string> => {
  Object.assign(bench.replica.variants, change);
  const { text } = await bench.ask({ host, path });
  Object.assign(bench.replica.variants, noVariants());
  return text;
};

test.each(forms)(
  'at %s%s the form can come late, or with one more password',
  async (host, path) => {
    const plain = await withVariant({}, host, path);
    const passwords = (text: string): number => text.split('type="password"').length - 1;
    expect(plain).not.toContain('<template');
    expect(passwords(await withVariant({ secondPassword: true }, host, path))).toBe(
      passwords(plain) + 1,
    );
    const late = await withVariant({ lateForm: 5000 }, host, path);
    expect(late).toMatch(/<template id="formularioTarde">[^]*type="file"[^]*<\/template>/);
    expect(late.replace(/<template[^]*<\/template>/, '')).not.toContain('type="file"');
    expect(unescaped(/data-variants="([^"]*)"/.exec(late)?.[1])).toContain('"lateForm":5000');
  },
);

test('the widget can have the ids of another generation', async () => {
  const text = await withVariant({ olderIds: true }, widget, widgetPath);
  const ids = [...text.matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
  for (const id of [
    'localRFC',
    'localCertificate',
    'localPrivateKey',
    'localPassword',
    'inputFirma',
  ]) {
    expect(ids).toContain(id);
    expect(id === 'inputFirma' || text.includes(`for="${id}"`)).toBe(true);
  }
  expect(text).not.toMatch(/"(inputRFC|inputCertificado|inputKey|inputPassword|botonValidarCert)"/);
});
