import { createHash, createPublicKey, createVerify } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import forge from 'node-forge';
import { ContentInfo, SignedData } from 'pkijs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  encodeDer,
  readCertificate,
  readDer,
  sequenceOf,
  toHex,
} from '../../src/certificate/index.ts';
import { signCms, type CmsOptions, type Signer } from '../../src/signature/index.ts';
import { attributeDer, nameDer, oddCertificate } from '../certificate/odd-certificate.ts';
import { codeOfFailure, usePki } from '../certificate/pki.ts';
import { openssl } from '../pki/openssl.ts';
import type { CredentialName } from '../pki/index.ts';
import { satPairs, signerOf } from './signers.ts';

const pki = usePki();
const content = Buffer.from('Señal: ||1.0|ñ|\u0000||\r\n');
const signingTime = new Date('2026-03-04T05:06:07.890Z');
const shapes: readonly (readonly [name: string, options: CmsOptions])[] = [
  ['attached, with attributes and a time', { detached: false, signingTime }],
  ['detached, with attributes', { detached: true }],
  ['attached, the content itself', { detached: false, signedAttributes: false }],
  ['detached, the content itself', { detached: true, signedAttributes: false }],
];

let person: Signer;
let counter = 0;

const put = async (bytes: Uint8Array): Promise<string> => {
  const path = join(pki().directory, `cms-${++counter}`);
  await writeFile(path, bytes);
  return path;
};

/** What openssl says of a CMS, over the content where that is outside; it throws when it is wrong. */
async function verify(
  cms: Uint8Array,
  { detached }: { detached: boolean },
  more: readonly string[],
): Promise<Buffer> {
  const [input, outside] = await Promise.all([put(cms), put(content)]);
  const out = `${input}.out`;
  await openssl([
    ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', input, '-out', out, ...more],
    ...(detached ? ['-content', outside] : []),
  ]);
  return await readFile(out);
}

/** The elements of the SignedData and of its one SignerInfo. */
function partsOf(cms: Uint8Array<ArrayBuffer>) {
  const [, explicit] = sequenceOf(readDer(cms));
  const [signedData] = sequenceOf(explicit, 0xa0);
  const parts = sequenceOf(signedData);
  const [signerInfo] = sequenceOf(parts.at(-1), 0x31);
  return { parts, signer: sequenceOf(signerInfo) };
}

beforeAll(async () => {
  person = await signerOf(pki().credentials.person);
});

describe.each(shapes)('%s', (_, options) => {
  test.each<CredentialName>(['person', 'personAes', 'company', 'enie', 'ampersand', 'longName'])(
    'is verified by openssl for %s up to the root',
    async (name) => {
      const cms = await signCms(content, await signerOf(pki().credentials[name]), options);
      const chain = await put(
        Buffer.concat(
          [pki().root, pki().authority].map(({ readCertificate: read }) =>
            Buffer.from(
              `-----BEGIN CERTIFICATE-----\n${Buffer.from(read()).toString('base64')}\n-----END CERTIFICATE-----\n`,
            ),
          ),
        ),
      );
      const anchors = ['-CAfile', chain, '-purpose', 'any', '-no_check_time'];
      expect(await verify(cms, options, anchors)).toEqual(content);
    },
  );

  test.each(satPairs)('is verified by openssl for the SAT’s %s', async (_name, pair) => {
    const cms = await signCms(content, await signerOf(pair), options);
    expect(await verify(cms, options, ['-noverify'])).toEqual(content);
  });

  test('is not when one octet of the content is another', async () => {
    const cms = await signCms(content, person, { ...options, detached: true });
    const [input, other] = await Promise.all([put(cms), put(Buffer.from('Señal'))]);
    const args = ['-binary', '-inform', 'DER', '-in', input, '-content', other, '-noverify'];
    await expect(openssl(['cms', '-verify', ...args])).rejects.toThrow();
  });

  test('is read by node-forge and verified by pkijs', async () => {
    const cms = await signCms(content, person, options);
    const asn1 = forge.asn1.fromDer(Buffer.from(cms).toString('binary'));
    const read = forge.pkcs7.messageFromAsn1(asn1) as forge.pkcs7.PkcsSignedData;
    expect(read.certificates[0]?.serialNumber).toBe(
      Buffer.from(pki().credentials.person.serialNumber).toString('hex'),
    );
    const signedData = new SignedData({ schema: ContentInfo.fromBER(cms).content });
    const isRight = signedData.verify({
      signer: 0,
      ...(options.detached && {
        data: new Uint8Array(content).buffer,
      }),
    });
    expect(await isRight).toBe(true);
  });

  test('is version 1 in both places, DER all through, with one certificate', async () => {
    const cms = await signCms(content, person, options);
    expect(await openssl(['asn1parse', '-inform', 'DER', '-in', await put(cms)])).not.toMatch(
      /l=inf|error/i,
    );
    const { parts, signer } = partsOf(cms);
    expect([parts[0], signer[0]].map((node) => toHex(node?.whole ?? new Uint8Array()))).toEqual([
      '020101',
      '020101',
    ]);
    const [certificate, ...others] = sequenceOf(parts[3], 0xa0);
    expect(certificate?.whole).toEqual(person.certificate.der);
    expect(others).toEqual([]);
    expect(sequenceOf(parts[2])).toHaveLength(options.detached ? 1 : 2);
    expect(signer).toHaveLength(options.signedAttributes === false ? 5 : 6);
  });
});

test('signed attributes are sorted as DER has a SET OF, and say type, digest and time', async () => {
  const cms = await signCms(content, person, { detached: true, signingTime });
  const attributes = sequenceOf(partsOf(cms).signer[3], 0xa0).map(({ whole }) => toHex(whole));
  expect(attributes).toEqual(attributes.toSorted());
  const digest = createHash('sha256').update(content).digest('hex');
  expect(attributes).toEqual(
    [
      '301806092a864886f70d010903310b06092a864886f70d010701',
      `302f06092a864886f70d01090431220420${digest}`,
      `301c06092a864886f70d010905310f170d${Buffer.from('260304050607Z').toString('hex')}`,
    ].toSorted(),
  );
});

test.each([
  ['1949-12-31T23:59:59Z', '180f', '19491231235959Z'],
  ['1950-01-01T00:00:00Z', '170d', '500101000000Z'],
  ['2049-12-31T23:59:59.999Z', '170d', '491231235959Z'],
  ['2050-01-01T00:00:00Z', '180f', '20500101000000Z'],
])('a signing time of %s is written as %s', async (time, header, digits) => {
  const options = { detached: true, signingTime: new Date(time) };
  const cms = await signCms(content, person, options);
  expect(toHex(cms)).toContain(header + Buffer.from(digits).toString('hex'));
});

test.each([[new Date(Number.NaN)], [new Date('+010000-01-01T00:00:00Z')]])(
  'a time that cannot be written is invalid_request (%s)',
  async (time) => {
    const run = () => signCms(content, person, { detached: true, signingTime: time });
    expect(await codeOfFailure(run)).toBe('invalid_request');
  },
);

test('issuer and number are those of the certificate, octet by octet, however odd', async () => {
  const twice = Buffer.from(Buffer.from('Administración', 'utf8').toString('latin1'), 'utf8');
  const issuer = encodeDer(
    0x30,
    encodeDer(0x31, attributeDer('2.5.4.3', encodeDer(0x0c, twice))),
    encodeDer(
      0x31,
      attributeDer('1.2.840.113549.1.9.2', encodeDer(0x13, Buffer.from('Tributación'))),
    ),
  );
  const der = oddCertificate({
    issuer,
    subject: nameDer({ '2.5.4.3': 'XIMENA' }),
    publicKey: person.certificate.subjectPublicKeyInfo,
  });
  const signer = { ...person, certificate: readCertificate(der) };
  const cms = await signCms(content, signer, { detached: false, signedAttributes: false });
  const sid = sequenceOf(partsOf(cms).signer[1]).map(({ whole }) => toHex(whole));
  expect(sid[0]).toBe(toHex(issuer));
  expect(sid[1]).toBe(`0214${Buffer.from('30001000000500000001').toString('hex')}`);
  expect(await verify(cms, { detached: false }, ['-noverify'])).toEqual(content);
});

test('whatever the content is, it comes out again and its signature is that of its octets', async () => {
  const key = createPublicKey({
    key: Buffer.from(person.certificate.subjectPublicKeyInfo),
    format: 'der',
    type: 'spki',
  });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 70_000, size: 'max' }), async (bytes) => {
      const cms = await signCms(bytes, person, { detached: false, signedAttributes: false });
      const { parts, signer } = partsOf(cms);
      const [inner] = sequenceOf(sequenceOf(parts[2])[1], 0xa0);
      expect(toHex(inner?.content ?? new Uint8Array())).toBe(toHex(bytes));
      const signature = signer.at(-1)?.content ?? new Uint8Array();
      expect(createVerify('sha256').update(bytes).verify(key, signature)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
