import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Replica } from '../../replica/index.ts';
import type { Credential, CredentialName } from '../pki/index.ts';
import { startBench, type Answer, type Bench } from './bench.ts';
import { mintToken, openKey, type Change, type Files } from './mint.ts';
import { satTestEfirma } from './sat-fixtures.ts';

const host = 'serviciosdigitales.imss.gob.mx';
const now = new Date('2026-03-04T18:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);
let bench: Bench;

beforeAll(async () => {
  bench = await startBench(now);
}, 60_000);
afterAll(() => bench.stop());

const filesOf = (credential: Credential): Files => ({
  certificate: credential.readCertificate(),
  privateKey: credential.readPrivateKey(),
  password: credential.password,
  rfc: credential.rfc,
});
const named = (name: CredentialName): Files => filesOf(bench.pki.credentials[name]);

const freshNonce = async (replica?: Replica): Promise<string> => {
  const { text } = await bench.ask({ method: 'POST', host, path: '/replica/nonce' }, replica);
  return (JSON.parse(text) as { nonce: string }).nonce;
};
const hand = (token: unknown, replica?: Replica): Promise<Answer> => {
  const body = JSON.stringify({ token, askedAgain: false });
  return bench.ask({ method: 'POST', host, path: '/replica/sesion', body }, replica);
};
const codeOf = ({ text }: Answer): string => (JSON.parse(text) as { code: string }).code;
const mint = async (files: Files, change?: Change): Promise<string> =>
  mintToken(files, await freshNonce(), now, change);

test.each(['person', 'personAes', 'company', 'enie', 'ampersand', 'longName'] as const)(
  'the token of %s opens a session and is logged',
  async (name) => {
    const { rfc, legalName, representative } = bench.pki.credentials[name];
    const nonce = await freshNonce();
    expect(nonce).toMatch(/^[\w-]{43}$/);
    const claims = representative ? { rep: { rfc: representative.rfc } } : {};
    const token = await mintToken(named(name), nonce, now, { claims });
    const answer = await hand(token);
    expect(JSON.parse(answer.text)).toEqual({ rfc, name: legalName });
    expect(bench.replica.log.at(-1)).toEqual({
      ...{ kind: 'signed-in', via: 'bridge', rfc, token, nonce, askedAgain: false },
      ...{ at: expect.stringMatching(/^2026-03-04T18:/), host },
    });
    expect(bench.lines.at(-1)).toContain(`Entró ${rfc} por la API de la página.`);
    const cookie = answer.headers['set-cookie']![0]!;
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    const headers = { cookie: cookie.split(';')[0]! };
    const home = await bench.ask({ host, path: '/replica/inicio', headers });
    expect(home.text).toContain(rfc.replace('&', '&#38;'));
  },
);

const h = (header: Record<string, unknown>): Change => ({ header });
const c = (claims: Record<string, unknown>): Change => ({ claims });
const clockOf = (hours: number): Change =>
  c({ iat: seconds + hours * 3600, exp: seconds + hours * 3600 + 300 });

test.each<[string, Change, string]>([
  ['another audience', c({ aud: 'https://buzon.imss.gob.mx' }), 'audience'],
  ['the audience with a port', c({ aud: `https://${host}:443` }), 'audience'],
  ['no audience', c({ aud: undefined }), 'audience'],
  ['no purpose', c({ purpose: undefined }), 'purpose'],
  ['another purpose', c({ purpose: 'sign' }), 'purpose'],
  ['no nonce', c({ nonce: undefined }), 'nonce_missing'],
  ['an unknown nonce', c({ nonce: 'A'.repeat(43) }), 'nonce_unknown'],
  ['another subject', c({ sub: 'ROPA7809092J9' }), 'subject'],
  ['a representative that it has not', c({ rep: { rfc: 'ROPA7809092J9' } }), 'subject'],
  ['another CURP', c({ curp: 'ROPA780909HJCBRL02' }), 'subject'],
  ['iat of 48 h ago', clockOf(-48), 'age'],
  ['iat in 48 h', clockOf(48), 'age'],
  ['a long life', c({ exp: seconds + 3600 }), 'age'],
  ['no iat', c({ iat: undefined }), 'age'],
  ['another typ', h({ typ: 'JWT' }), 'type'],
  ['RS512', h({ alg: 'RS512' }), 'algorithm'],
  ['PS256', h({ alg: 'PS256' }), 'algorithm'],
  ['HS256', { header: { alg: 'HS256' }, key: new Uint8Array(32) }, 'algorithm'],
  ['no certificate', h({ x5c: undefined }), 'x5c'],
  ['a certificate that is none', h({ x5c: ['AAAA'] }), 'x5c'],
])('a token with %s is refused', async (_, change, code) => {
  const answer = await hand(await mint(named('person'), change));
  expect(answer.status).toBe(403);
  expect(codeOf(answer)).toBe(code);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(bench.replica.log.at(-1)).toMatchObject({ kind: 'refused', via: 'bridge', code });
});

test.each([
  ['22 h behind', -22],
  ['22 h ahead', 22],
])('a computer whose clock is %s can enter', async (_, hours) => {
  expect((await hand(await mint(named('person'), clockOf(hours)))).status).toBe(200);
});

test.each<[CredentialName, string, RegExp]>([
  ['csd', 'csd', /sello digital \(CSD\)/],
  ['expired', 'expired', /venció el \d+ de/],
  ['notYetValid', 'not_yet_valid', /válida a partir del/],
  ['unknownIssuer', 'unknown_issuer', /«AC DESCONOCIDA DE PRUEBA»/],
])('the token of %s is refused in words', async (name, code, sentence) => {
  const answer = await hand(await mint(named(name)));
  expect(codeOf(answer)).toBe(code);
  expect((JSON.parse(answer.text) as { error: string }).error).toMatch(sentence);
});

test('a certificate of one and the key of another do not make a token', async () => {
  const change = { key: openKey(named('company')) };
  expect(codeOf(await hand(await mint(named('person'), change)))).toBe('signature');
});

test('alg none, two certificates, changed content, garbage', async () => {
  const files = named('person');
  const good = await mint(files);
  const [header, payload, signature] = good.split('.') as [string, string, string];
  const part = (text: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const none = `${encode({ ...part(header), alg: 'none' })}.${payload}.`;
  expect(codeOf(await hand(none))).toBe('algorithm');
  const [x5c] = part(header)['x5c'] as [string];
  expect(codeOf(await hand(await mint(files, h({ x5c: [x5c, x5c] }))))).toBe('x5c');
  const other = encode({ ...part(payload), sub: 'ROPA7809092J9' });
  expect(codeOf(await hand(`${header}.${other}.${signature}`))).toBe('signature');
  expect(codeOf(await hand('no'))).toBe('malformed');
  expect(codeOf(await hand(undefined))).toBe('malformed');
  expect((await hand(good)).status).toBe(200);
});

test('a nonce is good once, also for two at the same moment', async () => {
  const nonce = await freshNonce();
  const tokens = await Promise.all(
    [named('person'), named('company')].map((files) => mintToken(files, nonce, now)),
  );
  const answers = await Promise.all([...tokens, ...tokens].map((token) => hand(token)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 403, 403, 403,
  ]);
  for (const answer of answers.filter(({ status }) => status === 403)) {
    expect(codeOf(answer)).toBe('nonce_used');
  }
});

test('the EC key of a stranger’s header is no way in', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const change = { header: { alg: 'ES256' }, key: privateKey };
  expect(codeOf(await hand(await mint(named('person'), change)))).toBe('algorithm');
});

test('the replica’s clock decides: what expired is good before, what is good expires', async () => {
  const { person, expired, unknownIssuer } = bench.pki.credentials;
  const enter = async (credential: Credential, at: Date): Promise<Answer> => {
    const replica = await bench.at(at);
    const token = await mintToken(filesOf(credential), await freshNonce(replica), at);
    return hand(token, replica);
  };
  const past = (date: Date, ms: number): Date => new Date(date.getTime() + ms);
  expect((await enter(expired, past(expired.notAfter, -60_000))).status).toBe(200);
  expect(codeOf(await enter(expired, past(expired.notAfter, 1)))).toBe('expired');
  expect(codeOf(await enter(person, past(person.notBefore, -60_000)))).toBe('not_yet_valid');
  expect((await enter(person, person.notBefore)).status).toBe(200);
  expect(codeOf(await enter(unknownIssuer, now))).toBe('unknown_issuer');
});

const sat = satTestEfirma();
test('the SAT’s test e.firma enters', async ({ skip }) => {
  if (!sat) return skip('skipped: no SAT fixtures');
  const at = new Date('2026-01-01T12:00:00Z');
  const replica = await bench.at(at);
  const token = await mintToken(sat, await freshNonce(replica), at);
  expect(JSON.parse((await hand(token, replica)).text)).toEqual({
    rfc: 'EKU9003173C9',
    name: 'ESCUELA KEMPER URGATE SA DE CV',
  });
});
