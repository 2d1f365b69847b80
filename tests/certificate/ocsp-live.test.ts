/** What `openssl ocsp` answers, and what it makes of what is asked here. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createOcspRequest,
  judgeOcspResponse,
  readCertificate,
  type RevocationStatus,
} from '../../src/certificate/index.ts';
import { startOcspResponder, type Credential } from '../pki/index.ts';
import type { OcspOptions } from '../pki/ocsp.ts';
import { openssl } from '../pki/openssl.ts';
import { asPem } from '../pki/pem.ts';
import { now, usePki } from './pki.ts';

const pki = usePki();
const minute = 60_000;

interface Asking {
  about?: Credential;
  /** What is sent; the nonce that is expected unless told. */
  sent?: Uint8Array;
  expected?: Uint8Array;
  /** Milliseconds after the answer. */
  later?: number;
  issuer?: 'certificate' | 'key' | 'stranger';
}

/** Asks a responder that openssl is, and judges by the moment of its answer. */
async function ask(options: OcspOptions, asking: Asking = {}): Promise<RevocationStatus> {
  const { about = pki().credentials.person, later = 0 } = asking;
  const sent = asking.sent ?? randomBytes(32);
  const certificate = about.readCertificate();
  const ac = pki().authority.readCertificate();
  const { subject, subjectPublicKeyInfo } = readCertificate(ac);
  const issuers = {
    certificate: ac,
    key: { name: subject.der, subjectPublicKeyInfo },
    stranger: pki().stranger.readCertificate(),
  };
  const issuer = issuers[asking.issuer ?? 'certificate'];
  const responder = await startOcspResponder(pki(), options);
  try {
    const body = await createOcspRequest({ certificate, issuer: ac, nonce: sent });
    const response = await fetch(responder.url, { method: 'POST', body });
    return await judgeOcspResponse(new Uint8Array(await response.arrayBuffer()), {
      certificate,
      issuer,
      nonce: asking.expected ?? sent,
      at: new Date(Date.now() + later),
    });
  } finally {
    await responder.stop();
  }
}

const good = { status: 'good' };
const unknown = (reason: string) => ({ status: 'unknown', reason });

test('a request is read by openssl: one certificate by SHA-1, and the nonce', async () => {
  const { authority, credentials, directory } = pki();
  const nonce = Uint8Array.from({ length: 32 }, (_, index) => index);
  const request = await createOcspRequest({
    certificate: credentials.person.readCertificate(),
    issuer: authority.readCertificate(),
    nonce,
  });
  const ours = join(directory, 'request.der');
  const theirs = join(directory, 'request-of-openssl.der');
  const pem = join(directory, 'person.pem');
  await Promise.all([
    writeFile(ours, request),
    writeFile(pem, asPem(credentials.person.readCertificate())),
  ]);
  await openssl([
    'ocsp',
    '-issuer',
    authority.pemPath,
    '-cert',
    pem,
    '-no_nonce',
    '-reqout',
    theirs,
  ]);
  const read = (file: string) => openssl(['ocsp', '-reqin', file, '-req_text']);
  const [text, expected] = await Promise.all([read(ours), read(theirs)]);
  expect(text).toContain(expected.trim());
  expect(text).toMatch(new RegExp(`OCSP Nonce:\\s+0420${Buffer.from(nonce).toString('hex')}`, 'i'));
});

test('a request is the same from PEM as from DER, from a certificate as from its key', async () => {
  const { authority, credentials } = pki();
  const [leaf, ac] = [credentials.person.readCertificate(), authority.readCertificate()];
  const { subject, subjectPublicKeyInfo } = readCertificate(ac);
  const nonce = new Uint8Array(32);
  const request = await createOcspRequest({ certificate: leaf, issuer: ac, nonce });
  const others = [
    { certificate: Buffer.from(asPem(leaf)), issuer: Buffer.from(asPem(ac)) },
    { certificate: leaf, issuer: { name: subject.der, subjectPublicKeyInfo } },
  ];
  for (const other of others) {
    expect(await createOcspRequest({ ...other, nonce })).toEqual(request);
  }
});

test.each<[string, OcspOptions, Asking, object]>([
  ['a delegate', {}, {}, good],
  ['a delegate, of whose AC only name and key are known', {}, { issuer: 'key' }, good],
  ['a delegate, named by its key', { flags: ['-resp_key_id'] }, {}, good],
  [
    'a delegate that kept its certificate',
    { flags: ['-resp_no_certs'] },
    {},
    unknown('unauthorised_responder'),
  ],
  ['the AC itself', { signer: 'issuer' }, {}, good],
  [
    'the AC itself, of which only name and key are known',
    { signer: 'issuer' },
    { issuer: 'key' },
    good,
  ],
  [
    'the AC itself, which kept its certificate',
    { signer: 'issuer', flags: ['-resp_no_certs'] },
    {},
    good,
  ],
  ['the AC itself, named by its key', { signer: 'issuer', flags: ['-resp_key_id'] }, {}, good],
  [
    'the AC, by key and without certificate',
    { signer: 'issuer', flags: ['-resp_key_id', '-resp_no_certs'] },
    {},
    good,
  ],
  [
    'a holder of the AC whom nobody charged',
    { signer: 'unauthorised' },
    {},
    unknown('unauthorised_responder'),
  ],
  ['another AC', { signer: 'stranger' }, {}, unknown('unauthorised_responder')],
  [
    'another AC, by its key',
    { signer: 'stranger', flags: ['-resp_key_id'] },
    {},
    unknown('unauthorised_responder'),
  ],
  ['SHA-1', { flags: ['-rmd', 'sha1'] }, {}, good],
  ['SHA-384', { flags: ['-rmd', 'sha384'] }, {}, good],
  ['SHA-512', { flags: ['-rmd', 'sha512'] }, {}, good],
  ['an algorithm that is not known', { flags: ['-rmd', 'sha224'] }, {}, unknown('unsupported')],
])('signed by %s', async (_, options, asking, expected) => {
  expect(await ask(options, asking)).toMatchObject(expected);
});

test.each<[string, OcspOptions, Asking, object]>([
  ['the nonce of another question', {}, { expected: randomBytes(32) }, unknown('nonce_mismatch')],
  ['the answer of an hour ago', {}, { later: 61 * minute }, unknown('stale')],
  ['of less than an hour ago', {}, { later: 59 * minute }, good],
  [
    'that counts for ten minutes, within them',
    { flags: ['-nmin', '10'] },
    { later: 9 * minute },
    good,
  ],
  [
    'that counts for ten minutes, after them',
    { flags: ['-nmin', '10'] },
    { later: 11 * minute },
    unknown('stale'),
  ],
  [
    'that counts for ten days, after nine',
    { flags: ['-ndays', '10'] },
    { later: 9 * 24 * 60 * minute },
    good,
  ],
  ['by a clock that is four minutes ahead', {}, { later: -4 * minute }, good],
  ['by a clock that is six minutes ahead', {}, { later: -6 * minute }, unknown('not_yet')],
  ['of a certificate that nobody knows', { good: [] }, {}, unknown('unknown_to_responder')],
  ['of what another AC issued', {}, { issuer: 'stranger' }, unknown('unknown_issuer')],
])('an answer %s', async (_, options, asking, expected) => {
  expect(await ask(options, asking)).toMatchObject(expected);
});

const revokedAt = new Date(Math.floor(now.getTime() / 1000) * 1000);

test.each([
  ['unspecified'],
  ['keyCompromise'],
  ['CACompromise', 'cACompromise'],
  ['affiliationChanged'],
  ['superseded'],
  ['cessationOfOperation'],
  ['certificateHold'],
  ['removeFromCRL'],
  ['', undefined],
])('revoked for %s: since when, and why', async (told, reason: string | undefined = told) => {
  const { person } = pki().credentials;
  const { thisUpdate, ...status } = {
    thisUpdate: undefined,
    ...(await ask({ revoked: [person], reason: told, signer: 'issuer' })),
  };
  expect(thisUpdate).toBeInstanceOf(Date);
  expect(status).toEqual({ status: 'revoked', revokedAt, ...(reason && { reason }) });
});

test('what will be revoked is revoked', async () => {
  const { person } = pki().credentials;
  const future = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60 * minute);
  const status = await ask({ revoked: [person], revokedAt: future, signer: 'issuer' });
  expect(status).toMatchObject({ status: 'revoked', revokedAt: future });
});

test('garbage is answered with an error, and that is no answer', async () => {
  const responder = await startOcspResponder(pki());
  try {
    const response = await fetch(responder.url, { method: 'POST', body: 'garbage' });
    const status = await judgeOcspResponse(new Uint8Array(await response.arrayBuffer()), {
      certificate: pki().credentials.person.readCertificate(),
      issuer: pki().authority.readCertificate(),
      at: now,
    });
    expect(status).toEqual(unknown('responder_error'));
  } finally {
    await responder.stop();
  }
});
