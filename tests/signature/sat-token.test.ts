import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSatToken, satTokenText, type Signer } from '../../src/signature/index.ts';
import { codeOfFailure, usePki } from '../certificate/pki.ts';
import { openssl } from '../pki/openssl.ts';
import { satPairs, signerOf } from './signers.ts';

const pki = usePki();
const guid = '7be082aa-2c44-468f-9e0c-e117f278abbe';
let enie: Signer;

/** Takes a token apart as a server would. */
function opened(token: string): { text: string; signature: Buffer } {
  const [text = '', signature = ''] = Buffer.from(token, 'base64').toString('latin1').split('#');
  const once = Buffer.from(signature, 'base64').toString('latin1');
  return { text: Buffer.from(text, 'base64').toString(), signature: Buffer.from(once, 'base64') };
}

async function opensslSays(signer: Signer, hash: string, token: string): Promise<string> {
  const at = (name: string) => join(pki().directory, `${signer.certificate.serialNumber}-${name}`);
  const { text, signature } = opened(token);
  await writeFile(at('text'), text);
  await writeFile(at('signature'), signature);
  await writeFile(at('cer'), signer.certificate.der);
  const pub = ['x509', '-inform', 'DER', '-in', at('cer'), '-pubkey', '-noout', '-out', at('pub')];
  await openssl(pub);
  return await openssl([
    ...['dgst', hash, '-verify', at('pub'), '-signature', at('signature'), at('text')],
  ]).catch(String);
}

beforeAll(async () => {
  enie = await signerOf(pki().credentials.enie);
});

describe('the token of the SAT', () => {
  test.each(['person', 'enie', 'company', 'ampersand'] as const)(
    'is what openssl verifies for %s, with SHA-1 and with nothing else',
    async (name) => {
      const signer = await signerOf(pki().credentials[name]);
      const { rfc, serialNumber } = pki().credentials[name];
      const { token } = await createSatToken({ guid, ...signer.certificate }, signer);
      expect(opened(token).text).toBe(`${guid}|${rfc}|${serialNumber}`);
      expect(await opensslSays(signer, '-sha1', token)).toContain('Verified OK');
      expect(await opensslSays(signer, '-sha256', token)).not.toContain('Verified OK');
    },
  );

  test.each(satPairs)('is what openssl verifies for the SAT’s %s', async (_, pair) => {
    const signer = await signerOf(pair);
    const { token } = await createSatToken({ guid, ...signer.certificate }, signer);
    expect(await opensslSays(signer, '-sha1', token)).toContain('Verified OK');
  });

  test('has the end of the certificate beside it, in UTC', async () => {
    const notAfter = new Date('2028-08-29T00:41:13Z');
    const { fert } = await createSatToken({ guid, ...enie.certificate, notAfter }, enie);
    expect(fert).toBe('280829004113Z');
  });

  test('is over the text that people are shown', () => {
    const login = { guid: 'a', rfc: 'LUÑP8503047M6', serialNumber: '1' };
    expect(satTokenText(login)).toBe('a|LUÑP8503047M6|1');
  });
});

describe('nothing is signed', () => {
  let signed = 0;
  const counting: Pick<Signer, 'sign'> = {
    sign: async () => {
      signed += 1;
      return new Uint8Array(256);
    },
  };
  const login = {
    guid,
    rfc: 'LUÑP8503047M6',
    serialNumber: '30001000000500000007',
    notAfter: new Date(0),
  };

  test.each([
    ['a value that is empty', { guid: '' }, 'challenge_unknown'],
    ['a value with a bar', { guid: `${guid}|XAXX010101000` }, 'challenge_unknown'],
    ['a value with a space', { guid: `${guid} ` }, 'challenge_unknown'],
    ['a value of two lines', { guid: `${guid}\n` }, 'challenge_unknown'],
    ['a value of 4,097 characters', { guid: 'a'.repeat(4097) }, 'challenge_unknown'],
    ['an RFC that is none', { rfc: 'X|Y' }, 'invalid_request'],
    ['a number of hexadecimal digits', { serialNumber: 'ab'.repeat(10) }, 'invalid_request'],
    ['an end that is no date', { notAfter: new Date(Number.NaN) }, 'invalid_request'],
  ])('for %s', async (_, part, code) => {
    expect(await codeOfFailure(() => createSatToken({ ...login, ...part }, counting))).toBe(code);
    expect(signed).toBe(0);
  });

  test('twice over the same text for two different sign-ins', async () => {
    const parts = fc.record({ guid: fc.stringMatching(/^[!-~]{1,40}$/) });
    await fc.assert(
      fc.asyncProperty(parts, parts, async (one, other) => {
        const texts = await Promise.all(
          [one, other].map(async (part) => {
            const token = await createSatToken({ ...login, ...part }, counting).catch(
              () => undefined,
            );
            return token && opened(token.token).text;
          }),
        );
        fc.pre(texts[0] !== undefined && one.guid !== other.guid);
        expect(texts[0]).not.toBe(texts[1]);
        expect(texts[0]?.split('|')).toHaveLength(3);
      }),
    );
    signed = 0;
  });
});
