import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateChain, type ChainAnchor } from '../../src/certificate/index.ts';
import { ac, leaf, person, root } from '../pki/chains/cases.ts';
import {
  at,
  authority,
  authorityExtensions,
  certify,
  party,
  selfSigned,
  years,
  type Party,
  type TestCertificate,
} from '../pki/chains/certificates.ts';
import { bits, oid, sequence } from '../pki/chains/der.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from '../pki/chains/extensions.ts';
import { ecKey, rsaKey } from '../pki/chains/keys.ts';

const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
const bytes = (text: string) => new TextEncoder().encode(text);
const pinned = ({ name, key }: TestCertificate): ChainAnchor => ({
  name,
  subjectPublicKeyInfo: key.spki,
});

const ed25519 = sequence(sequence(oid('1.3.101.112')), bits(new Uint8Array(32)));

function judge(
  intermediates: readonly Uint8Array[],
  anchors: readonly ChainAnchor[] = [root.der],
  subject: Uint8Array = leaf.der,
) {
  return validateChain({ leaf: subject, intermediates, anchors, at });
}

test('the path is told leaf first, with the certificate of its anchor', async () => {
  const verdict = await judge(
    [ac.der],
    [ac.der.slice(0, 9), selfSigned(party('OTRA')).der, root.der],
  );
  expect(verdict).toEqual({ ok: true, path: [leaf.der, ac.der, root.der], anchor: 2 });
});

test('a fault is told with the path that has it', async () => {
  const expired = authority(ac, { issuer: root, notAfter: years(-0.5) });
  expect(await judge([expired.der])).toEqual({
    ok: false,
    reason: 'expired',
    at: 1,
    path: [leaf.der, expired.der, root.der],
  });
});

test('an anchor is a name and a key, of which no dates are known', async () => {
  const old = selfSigned(root, { notAfter: years(-0.5) });
  expect(await judge([ac.der], [old.der])).toMatchObject({ reason: 'expired', at: 2 });
  expect(await judge([ac.der], [pinned(old)])).toEqual({
    ok: true,
    path: [leaf.der, ac.der],
    anchor: 0,
  });
});

test('the name of an anchor with another key is not the anchor, nor its key with another name', async () => {
  const mimic = { ...root, key: ecKey() };
  expect(await judge([ac.der], [pinned(mimic)])).toMatchObject({ reason: 'bad_signature', at: 1 });
  const renamed = { ...root, name: party('OTRA').name };
  expect(await judge([ac.der], [pinned(renamed)])).toMatchObject({ reason: 'no_issuer', at: 1 });
});

test('an authority below others ends the path when it is an anchor', async () => {
  expect(await judge([], [ac.der])).toMatchObject({ ok: true, path: [leaf.der, ac.der] });
  expect(await judge([], [pinned(ac)])).toMatchObject({ ok: true, path: [leaf.der] });
});

test('PEM is taken wherever DER is, and a file of many certificates too', async () => {
  const strangers = [1, 2].map(() => pem(selfSigned(party('OTRA')).der));
  const bundle = bytes(`# autoridades\n${strangers.join('')}${pem(ac.der)}`);
  const verdict = await judge([bundle], [bytes(pem(root.der))], bytes(pem(leaf.der)));
  expect(verdict).toEqual({ ok: true, path: [leaf.der, ac.der, root.der], anchor: 0 });
});

test('authorities of one name are told apart by their signature', async () => {
  const namesakes = Array.from({ length: 20 }, () =>
    authority(party('AC DE PRUEBA'), { issuer: root }),
  );
  const bag = [...namesakes, ac].map(({ der }) => der);
  expect(await judge(bag)).toMatchObject({ ok: true, path: [leaf.der, ac.der, root.der] });
});

test('of two certificates of an authority the one that holds is taken', async () => {
  const faulty = [
    authority(ac, { issuer: root, notAfter: years(-0.5) }),
    authority(ac, { issuer: root, extensions: [] }),
    authority(ac, { issuer: selfSigned(party('OTRA')) }),
  ].map(({ der }) => der);
  expect(await judge([...faulty, ac.der])).toMatchObject({ ok: true });
  expect(await judge(faulty)).toMatchObject({ reason: 'expired', at: 1 });
});

test('of several faults a broken rule is told before a dead end, whichever was found first', async () => {
  const expired = authority(ac, { issuer: root, notAfter: years(-0.5) });
  const strange = { ...ecKey(), spki: ed25519 };
  const [first = root, ...above] = Array.from({ length: 6 }, (_, index) => party(`AC ${index}`));
  const endless = [ac, first, ...above].map((subject, index, all) =>
    authority(subject, { issuer: all[index + 1] ?? root }),
  );
  const ends: [reason: string, bag: TestCertificate[]][] = [
    ['bad_signature', [authority({ ...ac, key: ecKey() }, { issuer: root })]],
    ['unsupported_algorithm', [authority({ ...ac, key: strange }, { issuer: root })]],
    ['too_complex', endless],
  ];
  for (const [reason, bag] of ends) {
    const files = bag.map(({ der }) => der);
    expect(await judge(files)).toMatchObject({ reason });
    expect(await judge([...files, expired.der])).toMatchObject({ reason: 'expired', at: 1 });
  }
});

test('no authority is above itself', async () => {
  const other = selfSigned(party('OTRA'));
  const { der } = authority(ac, { issuer: other });
  expect(await judge([der, other.der])).toMatchObject({ reason: 'no_issuer', at: 2 });
});

test('whom the key identifier means is tried first, whom it contradicts last', async () => {
  const identified = (subject: Party) =>
    authority(subject, {
      issuer: root,
      extensions: [...authorityExtensions(), subjectKeyIdentifier(subject.key.spki)],
    }).der;
  const namesakes = Array.from({ length: 9 }, () => identified({ ...ac, key: ecKey() }));
  const extensions = [authorityKeyIdentifier({ spki: ac.key.spki })];
  const { der } = certify(person, { issuer: ac, extensions });
  for (const meant of [identified(ac), ac.der]) {
    const bag = [...namesakes, meant];
    const { verdict, count } = await countVerifications(() => judge(bag, [root.der], der));
    expect(verdict).toMatchObject({ ok: true });
    expect(count).toBe(2);
  }
  const unsaid = authority({ ...ac, key: ecKey() }, { issuer: root }).der;
  const bag = [unsaid, identified(ac)];
  const { count } = await countVerifications(() => judge(bag, [root.der], der));
  expect(count).toBe(2);
});

test('authorities that sign each other in a circle are left behind', async () => {
  const ring = Array.from({ length: 4 }, (_, index) => party(`AC ${index}`));
  const links = ring.flatMap((subject) => ring.map((issuer) => authority(subject, { issuer }).der));
  const [first = root] = ring;
  const { der } = certify(person, { issuer: first });
  expect(await judge(links, [root.der], der)).toMatchObject({ ok: false });
  const exit = authority(ring[3] ?? root, { issuer: root }).der;
  expect(await judge([...links, exit], [root.der], der)).toMatchObject({ ok: true });
});

test('of many authorities of one name only so many are tried', async () => {
  const mimics = Array.from({ length: 250 }, () =>
    certify({ ...ac, key: ecKey() }, { issuer: root }),
  );
  const { verdict, count } = await countVerifications(() => judge(mimics.map(({ der }) => der)));
  expect(verdict).toMatchObject({ ok: false });
  expect(count).toBe(200);
});

test('copies of one authority do not multiply the paths without end', async () => {
  const levels = Array.from({ length: 5 }, (_, index) => party(`AC ${index}`));
  const bag = levels.flatMap((subject, index) =>
    Array.from(
      { length: 30 },
      () => authority(subject, { issuer: levels[index + 1] ?? party('NADIE') }).der,
    ),
  );
  const { der } = certify(person, { issuer: levels[0] ?? root });
  const verdict = await judge(bag, [root.der], der);
  expect(verdict).toMatchObject({ reason: 'too_complex' });
});

test('a leaf that is no certificate is malformed, an authority that is none is passed over', async () => {
  expect(await judge([], [root.der], bytes('<html>'))).toEqual({
    ok: false,
    reason: 'malformed',
    at: 0,
    path: [],
  });
  const junk = [bytes(''), bytes('<html>'), sequence(), ac.der.slice(0, -1)];
  expect(await judge([...junk, ac.der], [bytes(''), root.der])).toMatchObject({
    ok: true,
    anchor: 1,
  });
  expect(await judge([], [{ name: bytes('a'), subjectPublicKeyInfo: bytes('b') }])).toMatchObject({
    reason: 'no_issuer',
  });
});

test('a moment that is none is within no validity', async () => {
  const verdict = await validateChain({
    leaf: leaf.der,
    intermediates: [ac.der],
    anchors: [pinned(root)],
    at: new Date(Number.NaN),
  });
  expect(verdict.ok).toBe(false);
});

test('an RSA chain of three is three verifications and no more', async () => {
  const key = rsaKey();
  const [top, middle] = [
    selfSigned(party('RAIZ', key)),
    authority(party('AC', key), { issuer: party('RAIZ', key) }),
  ];
  const { der } = certify(party('A', key), { issuer: middle });
  const { verdict, count } = await countVerifications(() => judge([middle.der], [top.der], der));
  expect(verdict).toMatchObject({ ok: true });
  expect(count).toBeLessThanOrEqual(3);
});

async function countVerifications<T>(
  run: () => Promise<T>,
): Promise<{ verdict: T; count: number }> {
  const { subtle } = globalThis.crypto;
  const verify = subtle.verify.bind(subtle);
  let count = 0;
  subtle.verify = (...args: Parameters<typeof verify>) => {
    count++;
    return verify(...args);
  };
  try {
    return { verdict: await run(), count };
  } finally {
    subtle.verify = verify;
  }
}

const bag = [
  ac.der,
  authority(ac, {
    issuer: root,
    extensions: [...authorityExtensions(0), subjectKeyIdentifier(ac.key.spki)],
  }).der,
];

test('whatever is done to the bytes of a leaf, it is never accepted and nothing is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(leaf.der.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (place, change) => {
        const altered = leaf.der.slice();
        altered[place] = (altered[place] ?? 0) ^ change;
        expect((await judge(bag, [root.der], altered)).ok).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('an authority whose bytes are altered issues nothing, and nothing is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(ac.der.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (place, change, isAnchor) => {
        const altered = ac.der.slice();
        altered[place] = (altered[place] ?? 0) ^ change;
        const verdict = await judge([altered], isAnchor ? [altered.slice(0, -9)] : [root.der]);
        expect(verdict.ok).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('a certificate that is cut anywhere is malformed', async () => {
  for (let length = 0; length < leaf.der.length; length++) {
    const verdict = await judge([ac.der], [root.der], leaf.der.slice(0, length));
    expect(verdict).toMatchObject({ ok: false, reason: 'malformed' });
  }
});
