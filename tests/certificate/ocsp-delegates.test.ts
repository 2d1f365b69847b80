/** Whom an issuer may charge with answering for it (RFC 6960 section 4.2.2.2). */
import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certificateFrom, readTrustPoint } from '../../src/certificate/chain/trust-point.ts';
import { verifySignature } from '../../src/certificate/chain/verify-signature.ts';
import { productionAnchors } from '../../src/certificate/index.ts';
import { isDelegate } from '../../src/certificate/revocation/delegate.ts';
import { certify, nameOf, partyOf, type CertificateText } from '../pki/certify.ts';
import { der, objectId, sequence } from '../pki/der.ts';
import type { WrittenAnswer } from '../pki/ocsp-answer.ts';
import { satFolder } from '../sat-folder.ts';
import { at, minutes, unknownExtension, useAnswers } from './ocsp-answers.ts';
import { usePki } from './pki.ts';

const pki = usePki();
const answers = useAnswers(pki);

const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const strange = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const largest = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const spki = (pair: typeof elliptic) => pair.publicKey.export({ type: 'spki', format: 'der' });

const commonName = 'Servicio OCSP';

/** id-kp-OCSPSigning, among others. */
const usages = (...ids: string[]) => ({
  id: '2.5.29.37',
  value: sequence(...ids.map(objectId)),
});
const ocspSigning = usages('1.3.6.1.5.5.7.3.9');
const keyUsage = (bits: number) => ({
  id: '2.5.29.15',
  critical: true,
  value: der(3, Buffer.of(0, bits)),
});
const isCa = { id: '2.5.29.19', critical: true, value: sequence(der(1, Buffer.of(0xff))) };

type Changes = Partial<Omit<CertificateText, 'issuer'>> & {
  issuer?: 'root' | 'stranger' | 'itself';
};

/** A delegate’s certificate that is right in everything; who issues it is for the test to say. */
const charge = () => ({
  commonName,
  publicKey: spki(elliptic),
  notBefore: minutes(-1),
  notAfter: minutes(1),
  extensions: [ocspSigning],
});

/** What is said of an answer that somebody signs whom the issuer has charged, but for a change. */
async function sayByDelegate(
  { issuer: by, ...changes }: Changes,
  answer: Partial<WrittenAnswer> = {},
) {
  const parties = {
    authority: partyOf(pki().authority),
    root: partyOf(pki().root),
    stranger: partyOf(pki().stranger),
    itself: { name: nameOf(commonName), key: elliptic.privateKey },
  };
  const certificate = certify({
    ...charge(),
    issuer: parties[by ?? 'authority'],
    ...changes,
  });
  return await answers().say({
    responder: { name: nameOf(commonName) },
    certificates: [certificate],
    key: elliptic.privateKey,
    algorithm: 'ECDSA-SHA256',
    ...answer,
  });
}

const refused = 'unauthorised_responder';

test.each<[string, Changes, string]>([
  ['whom the issuer charged', {}, 'good'],
  [
    'who has other usages too',
    { extensions: [usages('1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.9')] },
    'good',
  ],
  ['whose usage must be understood', { extensions: [{ ...ocspSigning, critical: true }] }, 'good'],
  ['without any usage', { extensions: [] }, refused],
  ['with another usage', { extensions: [usages('1.3.6.1.5.5.7.3.4')] }, refused],
  ['with any usage', { extensions: [usages('2.5.29.37.0')] }, refused],
  ['whose life begins this second', { notBefore: at }, 'good'],
  ['whose life begins in a minute', { notBefore: minutes(1) }, refused],
  ['whose life ends this second', { notAfter: at }, 'good'],
  ['whose life ended a minute ago', { notAfter: minutes(-1) }, refused],
  ['whose key signs', { extensions: [ocspSigning, keyUsage(0x80)] }, 'good'],
  ['whose key binds', { extensions: [ocspSigning, keyUsage(0x40)] }, 'good'],
  ['whose key only enciphers', { extensions: [ocspSigning, keyUsage(0x20)] }, refused],
  [
    'who must be understood and is not',
    { extensions: [ocspSigning, { ...unknownExtension, critical: true }] },
    refused,
  ],
  [
    'with something that need not be understood',
    { extensions: [ocspSigning, unknownExtension] },
    'good',
  ],
  [
    'who need not be checked in turn',
    { extensions: [ocspSigning, { id: '1.3.6.1.5.5.7.48.1.5', critical: true, value: der(5) }] },
    'good',
  ],
  [
    'with an extension twice',
    { extensions: [ocspSigning, unknownExtension, unknownExtension] },
    refused,
  ],
  ['who is an authority too', { extensions: [ocspSigning, isCa] }, 'good'],
  ['whom the issuer’s issuer charged', { issuer: 'root' }, refused],
  ['whom another authority charged', { issuer: 'stranger' }, refused],
  ['who charged himself', { issuer: 'itself', algorithm: 'ECDSA-SHA256' }, refused],
  ['who was charged by SHA-1', { algorithm: 'RSA-SHA1' }, refused],
  ['who was charged by SHA-512', { algorithm: 'RSA-SHA512' }, 'good'],
  ['whose certificate names two algorithms', { innerAlgorithm: 'RSA-SHA384' }, refused],
  ['who bears another name', { commonName: 'Otro' }, refused],
  ['whose key is another', { publicKey: spki(strange) }, 'bad_signature'],
])('a delegate %s', async (_, changes, expected) => {
  expect(await sayByDelegate(changes)).toBe(expected);
});

test('the issuer’s name is not enough where another key signed the delegate', async () => {
  const { name } = partyOf(pki().authority);
  const forged = certify({
    ...charge(),
    issuer: { name, key: partyOf(pki().stranger).key },
  });
  expect(await sayByDelegate({}, { certificates: [forged] })).toBe(refused);
});

test('the issuer’s key is not enough where another name stands over it', async () => {
  const { key } = partyOf(pki().authority);
  const elsewhere = certify({ ...charge(), issuer: { name: nameOf('Otra AC'), key } });
  expect(await sayByDelegate({}, { certificates: [elsewhere] })).toBe(refused);
});

test('a delegate whose key anybody could find is none', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 512 });
  const small = publicKey.export({ type: 'spki', format: 'der' });
  const answer = { key: privateKey, algorithm: 'RSA-SHA256' } as const;
  expect(await sayByDelegate({ publicKey: small }, answer)).toBe(refused);
});

test('the right delegate is found among others', async () => {
  const signed = certify({ ...charge(), issuer: partyOf(pki().authority) });
  expect(
    await sayByDelegate(
      {},
      { certificates: [sequence(), answers().issuer, answers().leaf, signed] },
    ),
  ).toBe('good');
  expect(await sayByDelegate({}, { certificates: [answers().leaf] })).toBe(refused);
});

test.each([
  ['P-384', strange, 'ECDSA-SHA384'],
  ['P-521', largest, 'ECDSA-SHA512'],
  ['P-384 with a shorter hash', strange, 'ECDSA-SHA256'],
] as const)('a delegate signs on %s', async (_, pair, algorithm) => {
  const key = pair.privateKey;
  expect(await sayByDelegate({ publicKey: spki(pair) }, { key, algorithm })).toBe('good');
  expect(
    await sayByDelegate({ publicKey: spki(pair) }, { key: elliptic.privateKey, algorithm }),
  ).toBe('bad_signature');
});

test.skipIf(!satFolder)(
  satFolder
    ? 'the SAT’s own responder answers for AC5, and for no other authority'
    : 'skipped: no SAT fixtures',
  async () => {
    const file = join(satFolder ?? '', 'ac-produccion/ocsp.ac5_sat.cer');
    const responder = certificateFrom(new Uint8Array(await readFile(file)));
    const chargedBy = async (at: Date) => {
      const names = productionAnchors.map(async ({ name, subjectPublicKeyInfo }) => {
        const spki = Buffer.from(subjectPublicKeyInfo, 'base64');
        const issuer = readTrustPoint({ name: responder.issuer, subjectPublicKeyInfo: spki });
        return (await isDelegate(responder, issuer, { at, verify: verifySignature })) ? [name] : [];
      });
      return (await Promise.all(names)).flat();
    };
    const { notBefore, notAfter } = responder;
    expect(await chargedBy(notBefore)).toEqual(['AC5_SAT']);
    expect(await chargedBy(new Date(notAfter.getTime() + 1000))).toEqual([]);
  },
);
