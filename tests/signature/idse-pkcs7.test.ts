import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { portals } from '../../src/portals/index.ts';
import { encodeSignedAttributes } from '../../src/signature/cms/signed-attributes.ts';
import { createIdsePkcs7, createLoginToken, type Signer } from '../../src/signature/index.ts';
import { codeOfFailure, now, usePki } from '../certificate/pki.ts';
import { openssl } from '../pki/openssl.ts';
import { signerOf } from './signers.ts';

const pki = usePki();
const challenge = 'Q0FERU5BLWRlLXBydWViYQ==';
const pattern = portals.flatMap(({ native }) =>
  native?.kind === 'idse-cms' ? [native.challenge] : [],
)[0] as string;
const anything = '[^]*';
let enie: Signer;
let signed: number;
let counting: Signer;

beforeAll(async () => {
  enie = await signerOf(pki().credentials.enie);
  counting = {
    ...enie,
    sign: async () => {
      signed += 1;
      return new Uint8Array(256);
    },
  };
});

beforeEach(() => {
  signed = 0;
});

test('what IDSE gets is one line without the first one of PEM, and openssl verifies it', async () => {
  const pkcs7 = await createIdsePkcs7(challenge, pattern, enie);
  const [, base64 = ''] = /^([A-Za-z0-9+/]+={0,2})-----END\+PKCS7-----$/.exec(pkcs7) ?? [];
  const path = join(pki().directory, 'idse.der');
  await writeFile(path, Buffer.from(base64, 'base64'));
  const args = ['-inform', 'DER', '-in', path, '-noverify'];
  expect(await openssl(['cms', '-verify', ...args])).toBe(challenge);
  const printed = await openssl(['cms', '-cmsout', '-print', '-noout', ...args.slice(0, 4)]);
  expect(printed).toMatch(/signedAttrs:\s*<ABSENT>/);
  expect(printed).toMatch(/algorithm: sha256/);
  expect(printed).toContain(pki().credentials.enie.legalName.slice(0, 5));
});

test.each([
  ['one at its end', (text: string) => `${text}\n`],
  ['some of Windows around it', (text: string) => `\r\n\r\n${text}\r\n`],
])('line ends that came with the text are signed as they came: %s', async (_what, around) => {
  const pkcs7 = await createIdsePkcs7(around(challenge), pattern, enie);
  const path = join(pki().directory, 'idse-ends.der');
  await writeFile(path, Buffer.from(pkcs7.replace('-----END+PKCS7-----', ''), 'base64'));
  const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', path, '-noverify'];
  expect(await openssl(args)).toBe(around(challenge));
});

const der = String.fromCharCode(...encodeSignedAttributes(new Uint8Array(32), now));

describe('nothing else is signed', () => {
  test.each<[string, () => string | Promise<string>]>([
    ['a cadena original', () => '||1.0|LOGIN|PULX9002151KA||'],
    ['the text of the SAT', () => '7be082aa-2c44|PULX9002151KA|30001000000500000001'],
    [
      'the signing input of a JWS',
      async () => {
        const request = { origin: 'https://idse.imss.gob.mx', nonce: 'A'.repeat(43), now };
        const token = await createLoginToken(request, enie);
        return token.slice(0, token.lastIndexOf('.'));
      },
    ],
    ['signed attributes of a CMS', () => der],
    ['what a TLS client signs', () => `${' '.repeat(64)}TLS 1.3, client CertificateVerify\0`],
    ['SignedInfo of an XML signature', () => '<SignedInfo/>'],
    ['nothing at all', () => ''],
    ['a text with a line end in it', () => `${challenge}\n${challenge}`],
    ['a text with a line end of the Mac', () => `${challenge}\r`],
    ['a text with nine line ends', () => `${challenge}${'\n'.repeat(9)}`],
    ['line ends alone', () => '\r\n\r\n'],
    ['a page of HTML', () => '<!DOCTYPE html>'],
  ])('not %s, whatever the row of the portal allows', async (_, text) => {
    const other = await text();
    for (const allowed of [pattern, anything]) {
      const run = () => createIdsePkcs7(other, allowed, counting);
      expect(await codeOfFailure(run)).toBe('challenge_unknown');
    }
    expect(signed).toBe(0);
  });

  test('not a text that the row only knows a part of', async () => {
    for (const other of ['short', `${challenge}{}`, 'a'.repeat(1025)]) {
      const run = () => createIdsePkcs7(other, pattern, counting);
      expect(await codeOfFailure(run)).toBe('challenge_unknown');
    }
    const either = () => createIdsePkcs7('ab!', 'a|b', counting);
    expect(await codeOfFailure(either)).toBe('challenge_unknown');
    expect(signed).toBe(0);
  });

  test('whatever is signed fits the row, has no bar, no dot, no control character inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary-ascii', maxLength: 40 }), async (text) => {
        const before = signed;
        await createIdsePkcs7(text, anything, counting).catch(() => undefined);
        if (signed > before) expect(text).toMatch(/^[\r\n]*[!-~]+[\r\n]*$/);
        if (signed > before) expect(text).not.toMatch(/[|.<#]/);
      }),
      { numRuns: 300 },
    );
    expect(signed).toBeGreaterThan(0);
  });
});
