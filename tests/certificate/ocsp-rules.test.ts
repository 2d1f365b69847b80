/** One rule each, by answers that no responder would give; openssl takes the one that is right. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeOcspResponse } from '../../src/certificate/index.ts';
import { certify, nameOf, partyOf, publicKeyOf } from '../pki/certify.ts';
import {
  nonceExtension,
  writeOcspAnswer,
  type WrittenAnswer,
  type WrittenSingle,
} from '../pki/ocsp-answer.ts';
import { openssl } from '../pki/openssl.ts';
import { asPem } from '../pki/pem.ts';
import { at, minutes, nonce, unknownExtension, useAnswers } from './ocsp-answers.ts';
import { usePki } from './pki.ts';

const pki = usePki();
const answers = useAnswers(pki);
const say = (changes?: Partial<WrittenAnswer>) => answers().say(changes);
const aboutSingle = (changes: Partial<WrittenSingle>) => answers().aboutSingle(changes);
const asked = () => ({ certificate: answers().leaf, issuer: answers().issuer });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });

test('the right answer is good, by openssl too', async () => {
  expect(await say()).toBe('good');
  const { directory, authority, root } = pki();
  const file = (name: string) => join(directory, name);
  await Promise.all([
    writeFile(file('answer.der'), writeOcspAnswer(answers().right)),
    writeFile(file('leaf.pem'), asPem(answers().leaf)),
  ]);
  const said = await openssl(
    [
      'ocsp',
      '-no_nonce',
      '-validity_period',
      '1000000000',
      '-respin',
      file('answer.der'),
      '-issuer',
      authority.pemPath,
    ]
      .concat(['-cert', file('leaf.pem'), '-CAfile', root.pemPath])
      .concat(['-verify_other', authority.pemPath, '-attime', `${at.getTime() / 1000}`]),
  );
  expect(said).toContain('leaf.pem: good');
});

test.each<[string, () => Promise<string>, string]>([
  ['a status that is not successful', () => say({ status: 3 }), 'responder_error'],
  ['another type of response', () => say({ responseType: '1.3.6.1.5.5.7.48.1.99' }), 'unsupported'],
  ['another version', () => say({ version: 1 }), 'unsupported'],
  ['version 1, said although it need not be', () => say({ version: 0 }), 'good'],
  ['no nonce', () => say({ extensions: [] }), 'nonce_missing'],
  [
    'another nonce',
    () => say({ extensions: [nonceExtension(new Uint8Array(32))] }),
    'nonce_mismatch',
  ],
  [
    'the beginning of the nonce',
    () => say({ extensions: [nonceExtension(nonce.subarray(0, 16))] }),
    'nonce_mismatch',
  ],
  [
    'a nonce that is not wrapped',
    () => say({ extensions: [{ ...nonceExtension(nonce), value: nonce }] }),
    'nonce_mismatch',
  ],
  [
    'the nonce, marked as critical',
    () => say({ extensions: [{ ...nonceExtension(nonce), critical: true }] }),
    'good',
  ],
  [
    'the nonce twice',
    () => say({ extensions: [nonceExtension(nonce), nonceExtension(nonce)] }),
    'malformed',
  ],
  [
    'an extension that nobody knows',
    () => say({ extensions: [nonceExtension(nonce), unknownExtension] }),
    'good',
  ],
  [
    'one that nobody knows, and that must be known',
    () => say({ extensions: [nonceExtension(nonce), { ...unknownExtension, critical: true }] }),
    'unsupported',
  ],
  [
    'the same of the one certificate',
    () => aboutSingle({ extensions: [{ ...unknownExtension, critical: true }] }),
    'unsupported',
  ],
  [
    'one that need not be known, of the one certificate',
    () => aboutSingle({ extensions: [unknownExtension] }),
    'good',
  ],
  [
    'an extension of the one certificate twice',
    () => aboutSingle({ extensions: [unknownExtension, unknownExtension] }),
    'malformed',
  ],
  ['produced in five minutes', () => say({ producedAt: minutes(5) }), 'good'],
  ['produced in six minutes', () => say({ producedAt: minutes(6) }), 'not_yet'],
  ['of now in five minutes', () => aboutSingle({ thisUpdate: minutes(5) }), 'good'],
  ['of now in six minutes', () => aboutSingle({ thisUpdate: minutes(6) }), 'not_yet'],
  ['good until this very second', () => aboutSingle({ nextUpdate: at }), 'good'],
  ['good at this very second alone', () => aboutSingle({ thisUpdate: at, nextUpdate: at }), 'good'],
  ['good until a minute ago', () => aboutSingle({ nextUpdate: minutes(-1) }), 'stale'],
  [
    'that ends before it begins',
    () => aboutSingle({ thisUpdate: minutes(4), nextUpdate: minutes(3) }),
    'stale',
  ],
  ['without an end, an hour old', () => say({ singles: [withoutEnd(-60)] }), 'good'],
  ['without an end, older than an hour', () => say({ singles: [withoutEnd(-61)] }), 'stale'],
  [
    'of a year ago that counts until now',
    () => aboutSingle({ thisUpdate: minutes(-525_600) }),
    'good',
  ],
  ['unknown', () => aboutSingle({ status: 'unknown' }), 'unknown_to_responder'],
  ['revoked', () => aboutSingle({ status: { revokedAt: minutes(-99) } }), 'revoked'],
  [
    'revoked, and stale',
    () => aboutSingle({ status: { revokedAt: minutes(-99) }, nextUpdate: minutes(-1) }),
    'stale',
  ],
  ['nothing of any certificate', () => say({ singles: [] }), 'other_certificate'],
  [
    'another number',
    () => aboutSingle({ certificate: pki().credentials.company.readCertificate() }),
    'other_certificate',
  ],
  [
    'the number of another issuer',
    () => aboutSingle({ issuer: pki().stranger.readCertificate() }),
    'other_certificate',
  ],
  ['the certificate by SHA-256', () => aboutSingle({ hash: 'sha256' }), 'good'],
  [
    'the certificate by a hash that is not known',
    () => aboutSingle({ hash: 'sha512' }),
    'other_certificate',
  ],
  [
    'the certificate among others',
    () => say({ singles: [about('company'), about('enie'), answers().single] }),
    'good',
  ],
  [
    'good, and of another one revoked',
    () => say({ singles: [revoked(about('company')), answers().single] }),
    'good',
  ],
  [
    'good and revoked of the same',
    () => say({ singles: [answers().single, revoked(answers().single)] }),
    'revoked',
  ],
  [
    'good and unknown of the same',
    () => say({ singles: [answers().single, { ...answers().single, status: 'unknown' }] }),
    'unknown_to_responder',
  ],
  ['the issuer by its key', () => say({ responder: { keyOf: answers().issuer } }), 'good'],
  [
    'the issuer’s signature under another name',
    () => say({ responder: { name: nameOf('Otro') } }),
    'unauthorised_responder',
  ],
  [
    'the issuer’s signature under another key',
    () => say({ responder: { keyOf: pki().root.readCertificate() } }),
    'unauthorised_responder',
  ],
  [
    'the issuer’s name over another signature',
    () => say({ key: partyOf(pki().stranger).key }),
    'bad_signature',
  ],
  [
    'the issuer’s own certificate beside it',
    () => say({ certificates: [answers().issuer] }),
    'good',
  ],
  ['RSA with SHA-1', () => say({ algorithm: 'RSA-SHA1' }), 'good'],
  ['RSA with SHA-384', () => say({ algorithm: 'RSA-SHA384' }), 'good'],
  ['RSA with SHA-512', () => say({ algorithm: 'RSA-SHA512' }), 'good'],
  [
    'an elliptic signature where the key is RSA',
    () => say({ key: elliptic.privateKey, algorithm: 'ECDSA-SHA256' }),
    'unsupported',
  ],
])('an answer: %s', async (_, saying, expected) => {
  expect(await saying()).toBe(expected);
});

const withoutEnd = (age: number): WrittenSingle => {
  const { nextUpdate: _, ...rest } = answers().single;
  return { ...rest, thisUpdate: minutes(age) };
};
const about = (name: 'company' | 'enie'): WrittenSingle => ({
  ...answers().single,
  certificate: pki().credentials[name].readCertificate(),
});
const revoked = (of: WrittenSingle): WrittenSingle => ({ ...of, status: { revokedAt: at } });

test('without a nonce in the question none is needed, and one that is there does no harm', async () => {
  const expected = { ...asked(), at };
  for (const extensions of [[], [nonceExtension(nonce)]]) {
    const bytes = writeOcspAnswer({ ...answers().right, extensions });
    expect(await judgeOcspResponse(bytes, expected)).toMatchObject({ status: 'good' });
  }
});

test('an answer of the issuer says nothing of a forged certificate with a number that is good', async () => {
  const { name } = partyOf(pki().authority);
  const serialNumber = [...Buffer.from(pki().credentials.person.serialNumber)];
  const forged = certify({
    issuer: { name, key: partyOf(pki().stranger).key },
    commonName: 'Ximena',
    publicKey: publicKeyOf(answers().leaf),
    serialNumber,
    notBefore: minutes(-1),
    notAfter: minutes(1),
    extensions: [],
  });
  const status = await judgeOcspResponse(writeOcspAnswer(answers().right), {
    ...asked(),
    certificate: forged,
    nonce,
    at,
  });
  expect(status).toEqual({ status: 'unknown', reason: 'unknown_issuer' });
});

test('an issuer with the right key and another name did not issue it', async () => {
  const other = { name: nameOf('Otra AC'), subjectPublicKeyInfo: publicKeyOf(answers().issuer) };
  const expected = { certificate: answers().leaf, issuer: other, nonce, at };
  const status = await judgeOcspResponse(writeOcspAnswer(answers().right), expected);
  expect(status).toEqual({ status: 'unknown', reason: 'unknown_issuer' });
});

test('what is no certificate cannot be asked about', async () => {
  const bytes = writeOcspAnswer(answers().right);
  const garbage = Buffer.from('garbage');
  const failures = [
    judgeOcspResponse(bytes, { ...asked(), certificate: garbage, at }),
    judgeOcspResponse(bytes, { ...asked(), issuer: garbage, at }),
    judgeOcspResponse(bytes, {
      ...asked(),
      issuer: { name: garbage, subjectPublicKeyInfo: garbage },
      at,
    }),
  ];
  for (const failure of failures)
    await expect(failure).rejects.toMatchObject({ code: 'not_a_certificate' });
});

test('a reason without a name leaves it revoked', async () => {
  for (const [reason, named] of [
    [7, undefined],
    [99, undefined],
    [10, 'aACompromise'],
  ] as const) {
    const bytes = writeOcspAnswer({
      ...answers().right,
      singles: [{ ...answers().single, status: { revokedAt: at, reason } }],
    });
    const status = await judgeOcspResponse(bytes, { ...asked(), nonce, at });
    expect(status).toEqual({
      status: 'revoked',
      revokedAt: at,
      ...(named && { reason: named }),
      thisUpdate: minutes(-10),
      nextUpdate: minutes(10),
    });
  }
});

test('of a certificate whose signature cannot be verified, no answer about its number counts', async () => {
  const [sha256, sha224] = ['0b', '0e'].map((end) => Buffer.from(`2a864886f70d0101${end}`, 'hex'));
  const bytes = Buffer.from(answers().leaf);
  for (let index = bytes.indexOf(sha256!); index >= 0; index = bytes.indexOf(sha256!)) {
    sha224!.copy(bytes, index);
  }
  const forged = { ...asked(), certificate: new Uint8Array(bytes), nonce, at };
  expect(await judgeOcspResponse(writeOcspAnswer(answers().right), forged)).toEqual({
    status: 'unknown',
    reason: 'unknown_issuer',
  });
});
