import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeCrl, validateChain, type ChainAnchor } from '../../src/certificate/index.ts';
import { ac, leaf, leafWith, person, root } from '../pki/chains/cases.ts';
import { at, authority, authorityExtensions, certify, years } from '../pki/chains/certificates.ts';
import {
  issuingDistributionPoint,
  makeCrl,
  reasonCode,
  revoked,
  type CrlForm,
} from '../pki/chains/crls.ts';
import { bits, integer, oid, plain, sequence, tagged } from '../pki/chains/der.ts';
import * as make from '../pki/chains/extensions.ts';
import { ecKey, ecWith } from '../pki/chains/keys.ts';
import { codeOfFailure } from './pki.ts';

const second = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const list = (form: Partial<CrlForm> = {}) => makeCrl({ issuer: ac, ...form });

function judge(crl: Uint8Array, certificate: Uint8Array = leaf.der, issuer: ChainAnchor = ac.der) {
  return judgeCrl(crl, { certificate, issuer, at });
}

const { serialNumber } = leaf;
const others = [1001, 1002, 70_000, 2 ** 40].map((number) => revoked({ serialNumber: number }));

test('who is not in the list is good, until the list ends', async () => {
  const dates = { thisUpdate: second(-60), nextUpdate: second(60) };
  const good = { status: 'good', ...dates };
  expect(await judge(list(dates))).toEqual(good);
  expect(await judge(list({ ...dates, entries: others }))).toEqual(good);
  expect(await judge(list({ ...dates, version: 1, entries: others }))).toEqual(good);
});

test('who is in the list is revoked, with date and reason', async () => {
  const revokedAt = second(-86_400);
  const entries = [
    ...others,
    revoked({ serialNumber, revokedAt, extensions: [reasonCode(1)] }),
    revoked({ serialNumber: 5 }),
  ];
  expect(await judge(list({ entries }))).toMatchObject({
    status: 'revoked',
    revokedAt,
    reason: 'keyCompromise',
  });
  expect(await judge(list({ entries: [revoked({ serialNumber })] }))).not.toHaveProperty('reason');
});

test('who will be revoked is in the list, and not good', async () => {
  const entries = [revoked({ serialNumber, revokedAt: years(1) })];
  expect(await judge(list({ entries }))).toMatchObject({ status: 'revoked', revokedAt: years(1) });
});

test('20 MB of PEM are no list, and end without an error', async () => {
  const body = `${'A'.repeat(63)}\n`.repeat(300_000);
  const pem = Buffer.from(`-----BEGIN X509 CRL-----\n${body}-----END X509 CRL-----\n`);
  expect(await judge(pem)).toEqual({ status: 'unknown', reason: 'malformed' });
});

test('a list says nothing of what a namesake of its issuer signed, nor of what is forged', async () => {
  const namesake = authority({ name: ac.name, key: ecKey() }, { issuer: root });
  const theirs = certify(person, { issuer: namesake });
  const unknown = { status: 'unknown', reason: 'unknown_issuer' };
  expect(await judge(list(), theirs.der)).toEqual(unknown);
  expect(await judge(list({ issuer: namesake }), theirs.der, namesake.der)).toMatchObject({
    status: 'good',
  });
  const entries = [revoked({ serialNumber: theirs.serialNumber })];
  expect(await judge(list({ entries }), theirs.der)).toEqual(unknown);
});

test('a list is taken as PEM, and an issuer as name and key', async () => {
  const base64 = Buffer.from(list()).toString('base64');
  const pem = Buffer.from(`-----BEGIN X509 CRL-----\n${base64}\n-----END X509 CRL-----\n`);
  expect(await judge(pem)).toMatchObject({ status: 'good' });
  const pinned = { name: ac.name, subjectPublicKeyInfo: ac.key.spki };
  expect(await judge(list(), leaf.der, pinned)).toMatchObject({ status: 'good' });
});

const place = make.general.uri('http://crl.example/a');
const atPlace = leafWith({ extensions: [make.crlDistributionPoints(place)] }).leaf.der;
const someReasons = plain(1, Uint8Array.of(0, 0x40));
const partly = leafWith({ extensions: [make.crlDistributionPoints(place, someReasons)] }).leaf.der;
const yes = Uint8Array.of(0xff);
const only = (field: number) => issuingDistributionPoint(plain(field, yes));
const placed = issuingDistributionPoint(tagged(0, tagged(0, place)));
const delta = make.extension('2.5.29.27', integer(1), true);
const stranger = ecKey();
const forLists = authority(ac, {
  issuer: root,
  extensions: [make.basicConstraints(true), make.keyUsage(5)],
});
const withKeyId = authority(ac, {
  issuer: root,
  extensions: [...authorityExtensions(), make.subjectKeyIdentifier(ac.key.spki)],
});
const sha1 = ecWith(ac.key.privateKey, 'sha1');
const critical = [make.unknown(true)];

const unknown: [
  what: string,
  reason: string,
  crl: Uint8Array,
  certificate?: Uint8Array,
  issuer?: Uint8Array,
][] = [
  ['a list of another name', 'other_certificate', list({ issuer: { ...ac, name: root.name } })],
  [
    'a list of the issuer of another',
    'other_certificate',
    list({ issuer: root }),
    leaf.der,
    root.der,
  ],
  ['a list from the next second', 'not_yet', list({ thisUpdate: second(1) })],
  ['a list until the last second', 'stale', list({ nextUpdate: second(-1) })],
  ['a list without an end', 'stale', list({ nextUpdate: 'none' })],
  ['a list signed by a stranger', 'bad_signature', list({ signer: stranger })],
  ['a list signed with SHA-1', 'unsupported', list({ signer: sha1 })],
  ['two algorithms', 'malformed', list({ innerAlgorithm: sequence(oid('1.2.840.10045.4.3.4')) })],
  ['an issuer that may not sign lists', 'unauthorised_responder', list(), leaf.der, forLists.der],
  [
    'a list of another key',
    'other_certificate',
    list({ extensions: [make.authorityKeyIdentifier({ spki: stranger.spki })] }),
    leaf.der,
    withKeyId.der,
  ],
  ['an unknown critical extension', 'unsupported', list({ extensions: critical })],
  ['a list of changes', 'unsupported', list({ extensions: [delta] })],
  [
    'an extension twice',
    'malformed',
    list({ extensions: [make.unknown(false), make.unknown(false)] }),
  ],
  ['extensions in version 1', 'malformed', list({ version: 1, extensions: [make.unknown(false)] })],
  ['a list of authorities', 'other_certificate', list({ extensions: [only(2)] })],
  [
    'some reasons only',
    'unsupported',
    list({ extensions: [issuingDistributionPoint(plain(3, Uint8Array.of(0, 0x40)))] }),
  ],
  ['an indirect list', 'unsupported', list({ extensions: [only(4)] })],
  ['a list of attribute certificates', 'unsupported', list({ extensions: [only(5)] })],
  [
    'a list for a place, certificate without one',
    'other_certificate',
    list({ extensions: [placed] }),
  ],
  [
    'a list for another place',
    'other_certificate',
    list({
      extensions: [issuingDistributionPoint(tagged(0, tagged(0, make.general.uri('http://b'))))],
    }),
    atPlace,
  ],
  ['a place that tells some reasons', 'unsupported', list(), partly],
  [
    'a critical extension of any entry',
    'unsupported',
    list({ entries: [revoked({ serialNumber: 4, extensions: critical }), ...others] }),
  ],
  [
    'removeFromCRL',
    'unsupported',
    list({ entries: [revoked({ serialNumber, extensions: [reasonCode(8)] })] }),
  ],
  [
    'a reason that is none',
    'malformed',
    list({ entries: [revoked({ serialNumber, extensions: [reasonCode(7)] })] }),
  ],
  ['no list', 'malformed', Buffer.from('<html>')],
  ['a certificate', 'malformed', leaf.der],
  ['a list over 20 MB', 'too_large', new Uint8Array(20 * 1024 * 1024 + 1)],
];

test.each(unknown)('%s: %s', async (_, reason, crl, certificate, issuer) => {
  expect(await judge(crl, certificate, issuer)).toEqual({ status: 'unknown', reason });
});

test('a list is good for its scope', async () => {
  expect(await judge(list({ extensions: [only(1)] }))).toMatchObject({ status: 'good' });
  expect(await judge(list({ extensions: [placed] }), atPlace)).toMatchObject({ status: 'good' });
  const own = makeCrl({ issuer: root, extensions: [only(2)] });
  expect(await judge(own, ac.der, root.der)).toMatchObject({ status: 'good' });
  const people = makeCrl({ issuer: root, extensions: [only(1)] });
  expect(await judge(people, ac.der, root.der)).toMatchObject({ reason: 'other_certificate' });
});

test('what is no certificate cannot be asked about', async () => {
  const code = await codeOfFailure(() => judge(list(), new Uint8Array(3)));
  expect(code).toBe('not_a_certificate');
  expect(await codeOfFailure(() => judge(list(), leaf.der, new Uint8Array(3)))).toBe(code);
});

test('a list of 200,000 entries is searched to the last one', async () => {
  const first = 0x10_00_00_00;
  const template = revoked({ serialNumber: first, extensions: [reasonCode(4)] });
  const entries = Buffer.alloc(200_000 * template.length);
  for (let index = 0; index < 200_000; index++) {
    entries.set(template, index * template.length);
    entries.writeUInt32BE(first + index, index * template.length + 4);
  }
  const long = list({ entries: [entries] });
  const { der } = certify(person, { issuer: ac, serialNumber: first + 199_999 });
  expect(await judge(long, der)).toMatchObject({ status: 'revoked', reason: 'superseded' });
  expect(await judge(long)).toMatchObject({ status: 'good' });
});

test('whatever is done to the bytes of a list, nobody is good by it and nothing is thrown', async () => {
  const crl = list({ entries: others, extensions: [only(1)] });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(crl.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (place, change) => {
        const altered = crl.slice();
        altered[place] = (altered[place] ?? 0) ^ change;
        expect((await judge(altered)).status).toBe('unknown');
      },
    ),
    { numRuns: 150 },
  );
  for (let length = 0; length < crl.length; length++) {
    expect(await judge(crl.slice(0, length))).toEqual({ status: 'unknown', reason: 'malformed' });
  }
});

const own = makeCrl({ issuer: root });

function validate(...crls: Uint8Array[]) {
  return validateChain({ leaf: leaf.der, intermediates: [ac.der], anchors: [root.der], crls, at });
}

test('every certificate of a chain but the anchor must be in the scope of a list', async () => {
  expect(await validate(list(), own)).toMatchObject({ ok: true });
  expect(await validate()).toMatchObject({ reason: 'revocation_unknown', at: 1 });
  expect(await validate(own)).toMatchObject({ reason: 'revocation_unknown', at: 0 });
  expect(await validate(list())).toMatchObject({ reason: 'revocation_unknown', at: 1 });
});

test('one list that says revoked outweighs one that says good, and one that is no list', async () => {
  const lists = [
    Buffer.from('<html>'),
    list(),
    list({ entries: [revoked({ serialNumber })] }),
    own,
  ];
  expect(await validate(...lists)).toMatchObject({ reason: 'revoked', at: 0 });
  const higher = makeCrl({ issuer: root, entries: [revoked({ serialNumber: ac.serialNumber })] });
  expect(await validate(list(), higher)).toMatchObject({ reason: 'revoked', at: 1 });
});

test('the list of an anchor without a certificate is its own too', async () => {
  const anchors = [{ name: root.name, subjectPublicKeyInfo: root.key.spki }];
  const request = { leaf: ac.der, intermediates: [], anchors, at };
  expect(await validateChain({ ...request, crls: [own] })).toMatchObject({ ok: true });
  const forged = makeCrl({ issuer: root, signer: stranger });
  expect(await validateChain({ ...request, crls: [forged] })).toMatchObject({
    reason: 'revocation_unknown',
  });
});

test('a bit string for a signature that has none verifies nothing', async () => {
  const [tbs, algorithm] = [sequence(), sequence(oid('1.2.840.10045.4.3.2'))];
  expect(await judge(sequence(tbs, algorithm, bits(new Uint8Array())))).toMatchObject({
    reason: 'malformed',
  });
});
