/** The server's side of a sign-in as the README tells it, run as it stands there. */
import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrivateKey } from '../../src/certificate/index.ts';
import { createLoginToken, signerFrom } from '../../src/signature/index.ts';
import { section } from '../architecture/tree.ts';
import { now, usePki } from '../certificate/pki.ts';
import type { CredentialName } from '../pki/index.ts';
import { mintToken, openKey, type Change, type Files } from '../replica/mint.ts';

interface Verified {
  rfc: string;
  representativeRfc?: string;
  certificate: X509Certificate;
}
type VerifyLogin = (
  token: string,
  options: {
    origin: string;
    authorities: X509Certificate[];
    takeNonce: (nonce: string) => Promise<void>;
    now: Date;
  },
) => Promise<Verified>;

const origin = 'https://serviciosdigitales.imss.gob.mx';
const pki = usePki();
let folder: string;
let verifyLogin: VerifyLogin;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firma-lista-readme-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const code = /```js\n([\s\S]+?)```/.exec(section('README.md', 'verify-login'))?.[1];
  const path = join(folder, 'verify-login.mjs');
  await writeFile(path, code ?? '');
  const module = (await import(pathToFileURL(path).href)) as { verifyLogin: VerifyLogin };
  verifyLogin = module.verifyLogin;
});
afterAll(() => rm(folder, { recursive: true }));

const newNonce = () => randomBytes(32).toString('base64url');

/** What the example says, for a server that gave this nonce and trusts the AC alone. */
async function verify(token: string, nonce: string, at = now) {
  const given = new Set([nonce]);
  const taken: string[] = [];
  const authorities = [new X509Certificate(pki().authority.readCertificate())];
  const takeNonce = async (claimed: string) => {
    taken.push(claimed);
    if (!given.delete(claimed)) throw new Error('not our nonce');
  };
  const verified = await verifyLogin(token, { origin, authorities, takeNonce, now: at }).catch(
    (error: Error) => error,
  );
  return { verified, taken };
}

function filesOf(name: CredentialName): Files {
  const credential = pki().credentials[name];
  return {
    certificate: credential.readCertificate(),
    privateKey: credential.readPrivateKey(),
    password: credential.password,
    rfc: credential.rfc,
  };
}

test.each(['person', 'personAes', 'company', 'enie', 'ampersand', 'longName'] as const)(
  'the extension’s own token of %s is accepted',
  async (name) => {
    const { rfc, representative, serialNumber, ...credential } = pki().credentials[name];
    const key = await openPrivateKey(credential.readPrivateKey(), credential.password);
    const signer = signerFrom(key, credential.readCertificate());
    const nonce = newNonce();
    const token = await createLoginToken({ origin, nonce, now, curp: true }, signer);
    const { verified, taken } = await verify(token, nonce);
    expect(verified).toMatchObject({ rfc });
    expect((verified as Verified).representativeRfc).toBe(representative?.rfc);
    const digits = Buffer.from((verified as Verified).certificate.serialNumber, 'hex').toString();
    expect(digits).toBe(serialNumber);
    expect(taken).toEqual([nonce]);
  },
);

test.each([-23, 23])('a clock that is %i hours off gets in', async (hours) => {
  const nonce = newNonce();
  const token = await mintToken(filesOf('person'), nonce, now);
  const { verified } = await verify(token, nonce, new Date(now.getTime() + hours * 3_600_000));
  expect(verified).toHaveProperty('rfc');
});

const wrong: [string, Change | (() => Change)][] = [
  ['for another origin', { claims: { aud: 'https://buzon.imss.gob.mx' } }],
  ['for two origins', { claims: { aud: [origin, 'https://otro.example'] } }],
  ['for another purpose', { claims: { purpose: 'sign' } }],
  ['of another RFC', { claims: { sub: 'ROPA7809092J9' } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['with a nonce of somebody else', { claims: { nonce: newNonce() } }],
  ['without a number', { claims: { jti: undefined } }],
  ['without an end', { claims: { exp: undefined } }],
  ['with a life of an hour', { claims: { exp: Math.floor(now.getTime() / 1000) + 3600 } }],
  ['of another type', { header: { typ: 'JWT' } }],
  ['without its certificate', { header: { x5c: undefined } }],
  ['with two certificates', () => ({ header: { x5c: twice() } })],
  ['signed by another key', () => ({ key: openKey(filesOf('personAes')) })],
  ['signed by another algorithm', { header: { alg: 'PS256' } }],
  ['signed with a secret', { header: { alg: 'HS256' }, key: new Uint8Array(32) }],
];

function twice(): string[] {
  const leaf = Buffer.from(filesOf('person').certificate).toString('base64');
  return [leaf, leaf];
}

test.each(wrong)('a token %s is refused', async (_, change) => {
  const nonce = newNonce();
  const token = await mintToken(
    filesOf('person'),
    nonce,
    now,
    typeof change === 'function' ? change() : change,
  );
  const { verified, taken } = await verify(token, nonce);
  expect(verified).toBeInstanceOf(Error);
  expect(taken, 'the nonce of a bad token stays unused').not.toContain(nonce);
});

test.each(['csd', 'expired', 'notYetValid', 'unknownIssuer'] as const)(
  'a good token of %s is refused',
  async (name) => {
    const nonce = newNonce();
    const { verified, taken } = await verify(await mintToken(filesOf(name), nonce, now), nonce);
    expect(verified).toBeInstanceOf(Error);
    expect(taken).toEqual([]);
  },
);

test.each([-25, 25])('a clock that is %i hours off is refused', async (hours) => {
  const nonce = newNonce();
  const token = await mintToken(filesOf('person'), nonce, now);
  const { verified } = await verify(token, nonce, new Date(now.getTime() + hours * 3_600_000));
  expect(verified).toBeInstanceOf(Error);
});

test('one changed character is refused', async () => {
  const nonce = newNonce();
  const token = await mintToken(filesOf('person'), nonce, now);
  for (const part of [0, 1, 2]) {
    const parts = token.split('.');
    const text = parts[part] ?? '';
    parts[part] = text.slice(0, 9) + (text[9] === 'A' ? 'B' : 'A') + text.slice(10);
    const { verified } = await verify(parts.join('.'), nonce);
    expect(verified, `part ${part}`).toBeInstanceOf(Error);
  }
});

test('a nonce serves once', async () => {
  const nonce = newNonce();
  const token = await mintToken(filesOf('person'), nonce, now);
  const given = new Set([nonce]);
  const options = {
    origin,
    authorities: [new X509Certificate(pki().authority.readCertificate())],
    async takeNonce(claimed: string) {
      if (!given.delete(claimed)) throw new Error('not our nonce');
    },
    now,
  };
  expect(await verifyLogin(token, options)).toHaveProperty('rfc');
  await expect(verifyLogin(token, options)).rejects.toThrow('not our nonce');
});
