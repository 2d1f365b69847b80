import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { compactVerify, decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPrivateKey, readCertificate } from '../../src/certificate/index.ts';
import {
  createLoginToken,
  isNonce,
  loginTokenDigest,
  signerFrom,
  verifyLoginToken,
  type LoginExpectation,
  type Signer,
} from '../../src/signature/index.ts';
import { now, usePki, codeOfFailure } from '../certificate/pki.ts';
import type { CredentialName } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';

const pki = usePki();
const origin = 'https://serviciosdigitales.imss.gob.mx';
const nonce = Buffer.alloc(32, 0x2e).toString('base64url');
let person: Signer;
let company: Signer;
let expectation: LoginExpectation;

const signerOf = async (name: CredentialName): Promise<Signer> => {
  const credential = pki().credentials[name];
  const opened = await openPrivateKey(credential.readPrivateKey(), credential.password);
  return signerFrom(opened, credential.readCertificate());
};
const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const checkOf = async (run: () => unknown): Promise<unknown> => {
  try {
    await run();
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_request' });
    const { cause } = error as Error;
    return cause instanceof Error ? cause.message : cause;
  }
};

beforeAll(async () => {
  [person, company] = await Promise.all([signerOf('person'), signerOf('company')]);
  expectation = { origin, nonce, at: now, anchors: [pki().authority.readCertificate()] };
});

describe('a token', () => {
  test('says who asks, for whom, until when, and no more', async () => {
    const token = await createLoginToken({ origin, nonce, now }, person);
    const iat = Math.floor(now.getTime() / 1000);
    expect(decodeProtectedHeader(token)).toEqual({
      typ: 'firma-auth+jwt',
      alg: 'RS256',
      x5c: [Buffer.from(person.certificate.der).toString('base64')],
    });
    expect(claimsOf(token)).toEqual({
      aud: origin,
      nonce,
      iat,
      exp: iat + 300,
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
      sub: pki().credentials.person.rfc,
      purpose: 'login',
    });
  });

  test('has the CURP only when it is asked for', async () => {
    const { curp } = pki().credentials.person;
    const { representative } = pki().credentials.company;
    const request = { origin, nonce, now };
    const claims = async (signer: Signer, withCurp: boolean) =>
      claimsOf(await createLoginToken({ ...request, curp: withCurp }, signer));
    expect(await claims(person, true)).toMatchObject({ curp });
    expect(await claims(person, false)).not.toHaveProperty('curp');
    expect(await claims(company, true)).toMatchObject({ rep: representative });
    expect((await claims(company, false))['rep']).toEqual({ rfc: representative?.rfc });
    expect(await claims(company, true)).not.toHaveProperty('curp');
  });

  test('is never the same twice', async () => {
    const request = { origin, nonce, now };
    const tokens = await Promise.all([1, 2, 3].map(() => createLoginToken(request, person)));
    expect(new Set(tokens.map((token) => claimsOf(token)['jti'])).size).toBe(3);
  });

  test('is verified by jose', async () => {
    const token = await createLoginToken({ origin, nonce, now }, person);
    const [leaf = ''] = decodeProtectedHeader(token).x5c ?? [];
    const pem = new X509Certificate(Buffer.from(leaf, 'base64')).toString();
    const key = await importX509(pem, 'RS256');
    const { payload } = await jwtVerify(token, key, {
      audience: origin,
      typ: 'firma-auth+jwt',
      algorithms: ['RS256'],
      currentDate: now,
    });
    expect(payload.sub).toBe(pki().credentials.person.rfc);
    const tampered = token.replace(/\.[^.]+\./, (claims) => claims.replace('A', 'B'));
    await expect(compactVerify(tampered, key)).rejects.toThrow();
  });

  test('is verified by openssl against the .cer, and its digest is told', async () => {
    const token = await createLoginToken({ origin, nonce, now }, company);
    const at = (name: string) => join(pki().directory, name);
    const [header, payload, signature = ''] = token.split('.');
    await writeFile(at('input'), `${header}.${payload}`);
    await writeFile(at('signature'), Buffer.from(signature, 'base64url'));
    const { cerPath } = pki().credentials.company;
    await openssl([
      'x509',
      '-inform',
      'DER',
      '-in',
      cerPath,
      '-pubkey',
      '-noout',
      '-out',
      at('pub'),
    ]);
    const args = ['-sha256', '-verify', at('pub'), '-signature', at('signature'), at('input')];
    expect(await openssl(['dgst', ...args])).toContain('Verified OK');
    const digest = createHash('sha256')
      .update(await readFile(at('input')))
      .digest('hex');
    expect(await loginTokenDigest(token)).toBe(digest);
  });

  test.each([
    ['a nonce of 31 bytes', { nonce: Buffer.alloc(31).toString('base64url') }],
    ['a nonce with padding', { nonce: `${nonce}=` }],
    ['a path after the origin', { origin: `${origin}/` }],
    ['an opaque origin', { origin: 'null' }],
    ['an origin that is none', { origin: 'file://' }],
  ])('%s is invalid_request', async (_, part) => {
    const run = () => createLoginToken({ origin, nonce, now, ...part }, person);
    expect(await codeOfFailure(run)).toBe('invalid_request');
  });
});

test('a nonce is canonical base64url of 32 to 1,024 bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 64 }), (bytes) => {
      expect(isNonce(Buffer.from(bytes).toString('base64url'))).toBe(bytes.length >= 32);
    }),
  );
  expect(isNonce(Buffer.alloc(1024).toString('base64url'))).toBe(true);
  expect(isNonce(Buffer.alloc(1025).toString('base64url'))).toBe(false);
  expect(isNonce(Buffer.alloc(33, 0xff).toString('base64'))).toBe(false);
  expect(isNonce(`${'A'.repeat(42)}B`)).toBe(false);
});

describe('verifying', () => {
  test('tells who signed in, and the CURP only when it was shared', async () => {
    const { rfc, curp } = pki().credentials.person;
    const bare = await createLoginToken({ origin, nonce, now }, person);
    const full = await createLoginToken({ origin, nonce, now, curp: true }, person);
    expect(await verifyLoginToken(bare, expectation)).not.toHaveProperty('curp');
    expect(await verifyLoginToken(full, expectation)).toMatchObject({ rfc, curp });
    const ofCompany = await createLoginToken({ origin, nonce, now }, company);
    const { representative } = pki().credentials.company;
    expect((await verifyLoginToken(ofCompany, expectation)).representative).toEqual({
      rfc: representative?.rfc,
    });
  });

  test('an anchor may be a name and a public key', async () => {
    const { subjectPublicKeyInfo } = readCertificate(pki().authority.readCertificate());
    const anchors = [{ name: 'AC', subjectPublicKeyInfo }];
    const token = await createLoginToken({ origin, nonce, now }, person);
    const { certificate } = await verifyLoginToken(token, { ...expectation, anchors });
    expect(certificate.serialNumber).toBe(pki().credentials.person.serialNumber);
  });

  test.each<[string, () => Partial<LoginExpectation>, string | undefined]>([
    ['another origin', () => ({ origin: 'https://buzon.imss.gob.mx' }), 'aud'],
    ['another nonce', () => ({ nonce: Buffer.alloc(32).toString('base64url') }), 'nonce'],
    ['no anchors', () => ({ anchors: [] }), 'issuer'],
    ['the anchor of a stranger', () => ({ anchors: [pki().stranger.readCertificate()] }), 'issuer'],
    ['the root alone', () => ({ anchors: [pki().root.readCertificate()] }), 'issuer'],
    ['a clock 24 hours behind', () => ({ at: new Date(now.getTime() - 86_400_000) }), undefined],
    ['a clock 25 hours behind', () => ({ at: new Date(now.getTime() - 90_000_000) }), 'iat'],
    ['a clock 24 hours ahead', () => ({ at: new Date(now.getTime() + 86_400_000) }), undefined],
    ['a clock 25 hours ahead', () => ({ at: new Date(now.getTime() + 90_000_000) }), 'exp'],
  ])('with %s', async (_, part, check) => {
    const token = await createLoginToken({ origin, nonce, now }, person);
    const verify = () => verifyLoginToken(token, { ...expectation, ...part() });
    expect(await checkOf(verify)).toBe(check);
  });

  test.each<[CredentialName, string]>([
    ['expired', 'validity'],
    ['notYetValid', 'validity'],
    ['csd', 'kind'],
    ['unknownIssuer', 'issuer'],
  ])('the certificate %s is refused', async (name, check) => {
    const token = await createLoginToken({ origin, nonce, now }, await signerOf(name));
    expect(await checkOf(() => verifyLoginToken(token, expectation))).toBe(check);
  });

  const resigned = async (
    change: (header: Record<string, unknown>, claims: Record<string, unknown>) => void,
    signer: Signer = person,
  ): Promise<string> => {
    const token = await createLoginToken({ origin, nonce, now }, signer);
    const header: Record<string, unknown> = { ...decodeProtectedHeader(token) };
    const claims = claimsOf(token);
    change(header, claims);
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const input = `${encode(header)}.${encode(claims)}`;
    const signature = await signer.sign(Buffer.from(input), 'SHA-256');
    return `${input}.${Buffer.from(signature).toString('base64url')}`;
  };

  test.each<[string, Parameters<typeof resigned>[0], string]>([
    ['another type', (header) => (header['typ'] = 'JWT'), 'typ'],
    ['no algorithm', (header) => (header['alg'] = 'none'), 'alg'],
    ['another algorithm', (header) => (header['alg'] = 'PS256'), 'alg'],
    ['a critical header', (header) => (header['crit'] = ['x']), 'alg'],
    ['no certificate', (header) => delete header['x5c'], 'x5c'],
    ['another purpose', (_, claims) => (claims['purpose'] = 'sign'), 'purpose'],
    ['the RFC of another', (_, claims) => (claims['sub'] = 'ROPA7809092J9'), 'sub'],
    ['the CURP of another', (_, claims) => (claims['curp'] = 'ROPA780909HJCBRL02'), 'curp'],
    ['a representative', (_, claims) => (claims['rep'] = { rfc: 'ROPA7809092J9' }), 'rep'],
    ['a longer life', (_, claims) => (claims['exp'] = Number(claims['iat']) + 301), 'exp'],
    ['no number', (_, claims) => delete claims['jti'], 'jti'],
    ['several audiences', (_, claims) => (claims['aud'] = [origin]), 'aud'],
  ])('rightly signed but with %s it is refused', async (_, change, check) => {
    const token = await resigned(change);
    expect(await checkOf(() => verifyLoginToken(token, expectation))).toBe(check);
  });

  test('the certificate of another over the own signature is refused', async () => {
    const token = await resigned((header) => {
      header['x5c'] = [Buffer.from(company.certificate.der).toString('base64')];
    });
    expect(await checkOf(() => verifyLoginToken(token, expectation))).toBe('signature');
  });

  test('one changed character anywhere is refused', { timeout: 30_000 }, async () => {
    const token = await createLoginToken({ origin, nonce, now }, person);
    for (let offset = 0; offset < token.length; offset += 7) {
      const other = token[offset] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, offset) + other + token.slice(offset + 1);
      const code = await codeOfFailure(() => verifyLoginToken(changed, expectation));
      expect([offset, code]).toEqual([offset, 'invalid_request']);
    }
  });

  test('no text makes it fail otherwise', async () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{0,8}\.[\w-]{0,8}\.[\w-]{0,8}$/));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const code = await codeOfFailure(() => verifyLoginToken(text, expectation));
        expect(code).toBe('invalid_request');
      }),
    );
  });
});

test('a signer signs with either hash, as Node verifies', async () => {
  const data = Buffer.from('||1|ñ||');
  const key = createPublicKey({
    key: Buffer.from(person.certificate.subjectPublicKeyInfo),
    format: 'der',
    type: 'spki',
  });
  const { verify } = await import('node:crypto');
  for (const hash of ['SHA-256', 'SHA-1'] as const) {
    expect(verify(hash, data, key, await person.sign(data, hash))).toBe(true);
  }
});
