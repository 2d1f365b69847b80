/** What an answer may consist of (RFC 6960 section 4.2.1), and what its parts are held against. */
import { sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { DerError, readDer } from '../../src/certificate/asn1/der.ts';
import {
  judgeOcspResponse,
  serviceAddresses,
  type RevocationStatus,
} from '../../src/certificate/index.ts';
import {
  isSameCertId,
  publicKeyHash,
  readCertId,
} from '../../src/certificate/revocation/cert-id.ts';
import { revocationAnswer } from '../../src/certificate/revocation/revocation-answer.ts';
import { elementsOf, partyOf } from '../pki/certify.ts';
import { bitString, der, explicit, integer, objectId, octetString, sequence } from '../pki/der.ts';
import { nonceExtension, writeOcspAnswer, type WrittenAnswer } from '../pki/ocsp-answer.ts';
import { leafWith } from '../pki/chains/cases.ts';
import { extension as chainExtension } from '../pki/chains/extensions.ts';
import { at, minutes, nonce, unknownExtension, useAnswers } from './ocsp-answers.ts';
import { usePki } from './pki.ts';

const pki = usePki();
const answers = useAnswers(pki);

type Change = (parts: readonly Buffer[]) => readonly Uint8Array[];

/** Where the parts of an answer are changed. */
interface Changes {
  outer?: Change;
  bytes?: Change;
  basic?: Change;
  data?: Change;
  single?: Change;
}

const kept: Change = (parts) => parts;

/** The right answer put together again from its parts, and signed anew. */
function answerOf(
  { outer = kept, bytes = kept, basic = kept, data = kept, single = kept }: Changes,
  written: Partial<WrittenAnswer> = {},
): Buffer {
  const [status = none, wrapper = none] = elementsOf(
    writeOcspAnswer({ ...answers().right, ...written }),
  );
  const [type = none, content = none] = elementsOf(elementsOf(wrapper)[0] ?? none);
  const [oldData = none, algorithm = none] = elementsOf(elementsOf(content)[0] ?? none);
  const [responder = none, produced = none, singles = none, ...extensions] = elementsOf(oldData);
  const parts = elementsOf(elementsOf(singles)[0] ?? none);
  const newData = sequence(
    ...data([responder, produced, sequence(sequence(...single(parts))), ...extensions]),
  );
  const signature = bitString(sign('sha256', newData, partyOf(pki().authority).key));
  const response = octetString(sequence(...basic([newData, algorithm, signature])));
  return sequence(...outer([status, explicit(0, sequence(...bytes([type, response])))]));
}

const none = Buffer.of();
const nothing = der(5);

async function judge(bytes: Uint8Array): Promise<RevocationStatus> {
  const { leaf, issuer } = answers();
  return await judgeOcspResponse(bytes, { certificate: leaf, issuer, nonce, at });
}

const and =
  (...more: Uint8Array[]): Change =>
  (parts) => [...parts, ...more];

/** The status of the one certificate is another element. */
const withStatus =
  (...status: Uint8Array[]): Change =>
  ([id = none, , ...rest]) => [id, ...status, ...rest];

const shortMoment = der(0x17, Buffer.from('260304050000Z'));
/** The same octets as another type. */
const retagged = (element: Buffer, tag: number) =>
  Buffer.concat([Buffer.of(tag), element.subarray(1)]);

const moment = der(0x18, Buffer.from('20260101000000Z'));

test('an answer put together from its own parts is good', async () => {
  expect(await judge(answerOf({}))).toMatchObject({ status: 'good' });
});

test.each<[what: string, changes: Changes]>([
  ['a status of two octets', { outer: ([, ...rest]) => [der(0x0a, Buffer.of(0, 0)), ...rest] }],
  ['a status that is a number', { outer: ([, ...rest]) => [integer(0), ...rest] }],
  [
    'a response that is no octets',
    { bytes: ([type = none, response = none]) => [type, retagged(response, 0x03)] },
  ],
  [
    'an algorithm that is none',
    { basic: ([data = none, , signature = none]) => [data, der(0x31), signature] },
  ],
  ['a responder whose name is none', { data: ([, ...rest]) => [explicit(1, der(0x31)), ...rest] }],
  [
    'a moment in two digits of the year',
    { data: ([by = none, , ...rest]) => [by, shortMoment, ...rest] },
  ],
  [
    'an update in two digits of the year',
    { single: ([id = none, status = none, , ...rest]) => [id, status, shortMoment, ...rest] },
  ],
  ['three parts', { outer: and(nothing) }],
  ['a response of three parts', { bytes: and(nothing) }],
  ['a basic response of five parts', { basic: and(explicit(0, sequence()), nothing) }],
  ['data of five parts', { data: and(nothing) }],
  ['one certificate’s response of five parts', { single: and(explicit(1, sequence()), nothing) }],
  ['no status of the certificate', { single: ([id = none]) => [id] }],
  ['a fourth kind of status', { single: withStatus(der(0x83)) }],
  ['a good that says more', { single: withStatus(der(0x80, Buffer.of(0))) }],
  ['an unknown that says more', { single: withStatus(der(0x82, Buffer.of(0))) }],
  [
    'a revocation of three parts',
    { single: withStatus(der(0xa1, moment, explicit(0, der(0x0a, Buffer.of(1))), nothing)) },
  ],
])('an answer of %s is malformed', async (_, changes) => {
  expect(await judge(answerOf(changes))).toEqual({ status: 'unknown', reason: 'malformed' });
});

test('a responder that is named by something else than octets is none', async () => {
  const { issuer } = answers();
  const data: Change = ([by = none, ...rest]) => [
    explicit(2, retagged(elementsOf(by)[0] ?? none, 0x03)),
    ...rest,
  ];
  expect(await judge(answerOf({ data: kept }, { responder: { keyOf: issuer } }))).toMatchObject({
    status: 'good',
  });
  expect(await judge(answerOf({ data }, { responder: { keyOf: issuer } }))).toMatchObject({
    reason: 'malformed',
  });
});

test.each([
  ['name', [1, 2]],
  ['key', [2, 1]],
])('a certificate whose issuer’s %s is told by a number is none', (_, places) => {
  const algorithm = sequence(objectId('1.3.14.3.2.26'));
  const hashes = places.map((place) => (place === 1 ? integer(5) : octetString(Buffer.of(5))));
  const read = (...parts: Buffer[]) =>
    readCertId(readDer(new Uint8Array(sequence(algorithm, ...parts, integer(5)))));
  expect(read(octetString(Buffer.of(5)), octetString(Buffer.of(5))).hash).toBe('SHA-1');
  expect(() => read(...hashes)).toThrow(DerError);
});

test('what an answer does not say is not there', async () => {
  const { nextUpdate: _, ...single } = answers().single;
  const said = (more: Partial<typeof single>) =>
    judge(writeOcspAnswer({ ...answers().right, singles: [{ ...single, ...more }] }));
  const { thisUpdate } = single;
  expect(await said({})).toStrictEqual({ status: 'good', thisUpdate });
  expect(await said({ extensions: [unknownExtension] })).toStrictEqual({
    status: 'good',
    thisUpdate,
  });
  const revokedAt = minutes(-99);
  expect(await said({ status: { revokedAt } })).toStrictEqual({
    status: 'revoked',
    revokedAt,
    thisUpdate,
  });
});

test('the nonce is found among other extensions', async () => {
  const extensions = [unknownExtension, nonceExtension(nonce)];
  const bytes = writeOcspAnswer({ ...answers().right, extensions });
  expect(await judge(bytes)).toMatchObject({ status: 'good' });
});

test('an issuer whose name is none cannot be asked about', async () => {
  const { leaf, issuer, right } = answers();
  const [, , , , , , key = none] = elementsOf(elementsOf(Buffer.from(issuer))[0] ?? none);
  const asked = judgeOcspResponse(writeOcspAnswer(right), {
    certificate: leaf,
    issuer: { name: integer(5), subjectPublicKeyInfo: key },
    at,
  });
  await expect(asked).rejects.toMatchObject({ code: 'not_a_certificate' });
});

const id = {
  hash: 'SHA-1' as const,
  issuerNameHash: Uint8Array.of(1),
  issuerKeyHash: Uint8Array.of(2),
  serialNumber: Uint8Array.of(3),
};

test.each([
  ['another hash', { hash: 'SHA-256' as const }],
  ['another name of the issuer', { issuerNameHash: Uint8Array.of(9) }],
  ['another key of the issuer', { issuerKeyHash: Uint8Array.of(9) }],
  ['another number', { serialNumber: Uint8Array.of(9) }],
])('%s is another certificate', (_, change) => {
  expect(isSameCertId(id, { ...id })).toBe(true);
  expect(isSameCertId(id, { ...id, ...change })).toBe(false);
});

test('by a hash that is not known two are never the same', () => {
  const unknown = { ...id, hash: undefined };
  expect(isSameCertId(unknown, unknown)).toBe(false);
});

test('a key that is no BIT STRING, or has no count of unused bits, has no hash', async () => {
  for (const key of [der(3), octetString(Buffer.of(0, 1))]) {
    const hashed = publicKeyHash('SHA-1', new Uint8Array(sequence(sequence(), key)));
    await expect(hashed).rejects.toThrow(DerError);
  }
});

test('an answer travels with both its dates', () => {
  const [thisUpdate, nextUpdate] = [minutes(-1), minutes(1)];
  const answer = revocationAnswer({ status: 'good', thisUpdate, nextUpdate }, 'http://a');
  expect(answer).toStrictEqual({
    status: 'good',
    thisUpdate: thisUpdate.toISOString(),
    nextUpdate: nextUpdate.toISOString(),
    asked: 'http://a',
  });
});

const address = (tag: number) => der(tag, Buffer.from('http://crl.example/a'));
const uri = address(0x86);

test.each<[what: string, point: Buffer, expected: string[]]>([
  ['a full name', explicit(0, der(0xa0, uri)), ['http://crl.example/a']],
  ['a full name that is a host', explicit(0, der(0xa0, address(0x82))), []],
  ['a name relative to the issuer', explicit(0, der(0xa1, uri)), []],
  ['no name', der(0xa2, uri), []],
])('a place of lists with %s', (_, point, expected) => {
  const extensions = [chainExtension('2.5.29.31', sequence(sequence(point)))];
  const { leaf } = leafWith({ extensions });
  expect(serviceAddresses(leaf.der)).toEqual({ ocsp: [], crl: expected });
});
