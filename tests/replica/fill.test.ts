import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Replica } from '../../replica/index.ts';
import type { Credential } from '../pki/index.ts';
import { startBench, type Answer, type Bench } from './bench.ts';
import { satTestEfirma } from './sat-fixtures.ts';

const widget = 'firmadigitalssl.imss.gob.mx';
const widgetPath = '/firmaElectronicaWeb/widget/chfecyn';
const buzon = 'buzon.imss.gob.mx';
const now = new Date('2026-03-04T18:00:00Z');
let bench: Bench;

beforeAll(async () => {
  bench = await startBench(now);
}, 60_000);
afterAll(() => bench.stop());

interface Fields {
  rfc: string;
  certificado: Uint8Array;
  key: Uint8Array;
  password: string;
}

const fieldsOf = (credential: Credential): Fields => ({
  rfc: credential.rfc,
  certificado: credential.readCertificate(),
  key: credential.readPrivateKey(),
  password: credential.password,
});

/** What a browser's own encoder sends: Node's FormData writes the same multipart. */
const validate = async (fields: Partial<Fields>, replica?: Replica): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value)]), `${name}.bin`);
  }
  const request = new Request('https://x.example', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type')!;
  return post(new Uint8Array(await request.arrayBuffer()), contentType, replica);
};
const post = (body: Uint8Array, contentType: string, replica?: Replica): Promise<Answer> =>
  bench.ask(
    {
      method: 'POST',
      host: widget,
      path: `${widgetPath}/validar`,
      headers: { 'content-type': contentType },
      body,
    },
    replica,
  );
const lastCode = (): unknown => {
  const last = bench.replica.log.at(-1)!;
  return last.kind === 'refused' ? last.code : last.kind;
};
const enter = (rfc: string, folio: string): Promise<Answer> => {
  const body = JSON.stringify({ rfc, folio });
  return bench.ask({ method: 'POST', host: buzon, path: '/buzonimss/sesion', body });
};

test.each(['person', 'personAes', 'company', 'enie', 'ampersand', 'longName'] as const)(
  'the widget opens the pair of %s and answers as the real one',
  async (name) => {
    const credential = bench.pki.credentials[name];
    const { rfc, curp, representative, legalName, serialNumber, notBefore } = credential;
    const answer: unknown = JSON.parse((await validate(fieldsOf(credential))).text);
    expect(answer).toEqual({
      resultado: 0,
      texto: 'EXITO',
      rfc,
      curp: curp ?? '',
      rfc_rl: representative?.rfc ?? '',
      curp_rl: representative?.curp ?? '',
      nombreRazonSocial: legalName,
      serie_cert: serialNumber,
      vigIni: notBefore.toISOString().slice(0, 10),
      vigFin: credential.notAfter.toISOString().slice(0, 10),
      cert: Buffer.from(credential.readCertificate()).toString('base64'),
      folio: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  },
);

test.each<[string, (person: Fields, company: Fields) => Partial<Fields>, string]>([
  ['a wrong password', (p) => ({ ...p, password: `${p.password} ` }), 'wrong_password'],
  ['no password', (p) => ({ ...p, password: '' }), 'wrong_password'],
  ['a key of another', (p, c) => ({ ...c, certificado: p.certificado }), 'wrong_pair'],
  ['both files swapped', (p) => ({ ...p, certificado: p.key, key: p.certificado }), 'swapped'],
  ['two certificates', (p) => ({ ...p, key: p.certificado }), 'not_a_private_key'],
  [
    'text for a certificate',
    (p) => ({ ...p, certificado: Buffer.from('no') }),
    'not_a_certificate',
  ],
  ['empty files', (p) => ({ ...p, certificado: new Uint8Array(0) }), 'not_a_certificate'],
  ['a cut key', (p) => ({ ...p, key: p.key.subarray(0, 600) }), 'not_a_private_key'],
  ['the RFC in small letters', (p) => ({ ...p, rfc: p.rfc.toLowerCase() }), 'wrong_rfc'],
  ['the RFC of another', (p, c) => ({ ...p, rfc: c.rfc }), 'wrong_rfc'],
  ['2 MB', (p) => ({ ...p, key: new Uint8Array(2 << 20) }), 'too_large'],
  [
    'no key field',
    ({ rfc, certificado, password }) => ({ rfc, certificado, password }),
    'malformed',
  ],
])('the widget refuses %s', async (_, change, code) => {
  const { person, company } = bench.pki.credentials;
  const answer = await validate(change(fieldsOf(person), fieldsOf(company)));
  expect(answer.status).toBe(200);
  const { resultado, texto } = JSON.parse(answer.text) as { resultado: number; texto: string };
  expect(lastCode()).toBe(code);
  expect(resultado).toBeGreaterThan(900);
  expect(texto).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
});

test.each([
  ['csd', 'csd'],
  ['expired', 'expired'],
  ['notYetValid', 'not_yet_valid'],
  ['unknownIssuer', 'unknown_issuer'],
] as const)('the widget refuses the pair of %s', async (name, code) => {
  await validate(fieldsOf(bench.pki.credentials[name]));
  expect(lastCode()).toBe(code);
});

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['another type', 'text/plain', 'x'],
  ['a body without its boundary', 'multipart/form-data; boundary=b', 'garbage'],
  ['a body that ends early', 'multipart/form-data; boundary=b', '--b\r\n\r\nx'],
  ['a part without name', 'multipart/form-data; boundary=b', '--b\r\nA: b\r\n\r\nx\r\n--b--'],
  ['nothing', 'multipart/form-data; boundary=b', ''],
])('multipart garbage is refused: %s', async (_, contentType, body) => {
  await post(Buffer.from(body), contentType);
  expect(lastCode()).toBe('malformed');
});

test('a file that contains something like the boundary stays whole', async () => {
  const { person } = bench.pki.credentials;
  const { rfc, certificado, key, password } = fieldsOf(person);
  const b = '----x';
  const part = (name: string, value: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`--${b}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      value,
      Buffer.from('\r\n'),
    ]);
  const body = Buffer.concat([
    part('extra', Buffer.from(`\r\n\r\n--${b.slice(0, -1)}\r\n`)),
    part('rfc', Buffer.from(rfc)),
    part('certificado', certificado),
    part('key', key),
    part('password', Buffer.from(password)),
    Buffer.from(`--${b}--\r\n`),
  ]);
  const answer = await post(body, `multipart/form-data; boundary=${b}`);
  expect(JSON.parse(answer.text)).toMatchObject({ resultado: 0, rfc });
});

test('a folio of the widget opens one session, for its RFC, once', async () => {
  const { person } = bench.pki.credentials;
  const { rfc, folio } = JSON.parse((await validate(fieldsOf(person))).text) as {
    rfc: string;
    folio: string;
  };
  expect((await enter(rfc, '5f0c2a30-1111-4222-8333-444455556666')).status).toBe(403);
  expect((await enter('ROPA7809092J9', folio)).status).toBe(403);
  const answer = await enter(rfc, folio);
  expect(JSON.parse(answer.text)).toEqual({ rfc, name: person.legalName });
  expect(bench.replica.log.at(-1)).toMatchObject({ kind: 'signed-in', via: 'fill', rfc, folio });
  expect((await enter(rfc, folio)).status).toBe(403);
  expect(lastCode()).toBe('folio');
  const headers = { cookie: answer.headers['set-cookie']![0]!.split(';')[0]! };
  const home = await bench.ask({ host: buzon, path: '/buzonimss/inicio', headers });
  expect(home.text).toContain(rfc);
  const elsewhere = await bench.ask({
    host: 'serviciosdigitales.imss.gob.mx',
    path: '/replica/inicio',
    headers,
  });
  expect(elsewhere.status).toBe(403);
});

const sat = satTestEfirma();
test('the SAT’s test pair opens', async ({ skip }) => {
  if (!sat) return skip('skipped: no SAT fixtures');
  const replica = await bench.at(new Date('2026-01-01T12:00:00Z'));
  const { rfc, certificate: certificado, privateKey: key, password } = sat;
  const answer = await validate({ rfc, certificado, key, password }, replica);
  expect(JSON.parse(answer.text)).toMatchObject({
    resultado: 0,
    rfc: 'EKU9003173C9',
    rfc_rl: 'VADA800927DJ3',
    curp_rl: 'VADA800927HSRSRL05',
    serie_cert: '30001000000500003415',
  });
});
