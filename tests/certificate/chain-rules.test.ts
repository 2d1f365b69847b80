import { expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import type { ChainFault } from '../../src/certificate/index.ts';
import {
  ac,
  below,
  belowKey,
  belowRoot,
  judgeCase,
  leaf,
  leafWith,
  limited,
  person,
  questionOf,
  root,
  tower,
  type ChainCase,
} from '../pki/chains/cases.ts';
import {
  at,
  authority,
  authorityExtensions,
  certify,
  emptyName,
  nameOf,
  party,
  selfSigned,
  years,
} from '../pki/chains/certificates.ts';
import {
  bits,
  integer,
  namedBits,
  nothing,
  oid,
  sequence,
  tagged,
  truth,
  type Der,
} from '../pki/chains/der.ts';
import * as make from '../pki/chains/extensions.ts';
import {
  boundToPss,
  ecKey,
  ecWith,
  pssWith,
  rsaKey,
  rsaSpki,
  rsaWith,
} from '../pki/chains/keys.ts';
import { askOpenssl } from '../pki/chains/second-opinion.ts';

const rsa = rsaKey();
const second = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const identified = {
  extensions: [...authorityExtensions(), make.subjectKeyIdentifier(ac.key.spki)],
};
const naming = (identifier: make.AuthorityIdentifier) => ({
  extensions: [make.authorityKeyIdentifier(identifier)],
});
const byNumber = (serialNumber: number) => naming({ issuer: root.name, serialNumber });
const stranger = ecKey();
const sameName = { name: 'AC 0' };
const pss = pssWith(rsa.privateKey, { hash: 'sha256', saltLength: 32 });
const algorithm = sequence(oid('1.2.840.113549.1.1.1'), nothing);
const hollow = sequence(algorithm, bits(sequence(integer(5))));
const immense = sequence(
  algorithm,
  bits(sequence(integer(5), encodeDer(2, new Uint8Array(200).fill(5)))),
);
const besideCurve = stranger.spki.map((octet, index) => (index < 90 ? octet : octet ^ 1));
const ed25519 = sequence(sequence(oid('1.3.101.112')), bits(stranger.spki.slice(-32)));
const leafOf = (spki: Der) => ({
  leaf: certify(party('OTRA CLAVE', { ...stranger, spki }), { issuer: ac }),
  intermediates: [ac],
});
const belowSpki = (spki: Der) => belowKey({ ...rsa, spki });
/** A leaf that names its authority by number, where that has a key identifier too. */
function named(form: typeof identified): ChainCase {
  const issuer = authority(ac, { issuer: root, ...form });
  return {
    leaf: certify(person, { issuer, ...byNumber(issuer.serialNumber) }),
    intermediates: [issuer],
  };
}
const place = make.general.uri('http://crl.example/a');
const critical = (id: string, value: Der) =>
  leafWith({ extensions: [make.extension(id, value, true)] });
const oldAnchor = authority(ac, { issuer: root, version: 1, extensions: [] });
const nameless = authority({ ...ac, name: emptyName }, { issuer: root });
const twice = [make.basicConstraints(true), make.basicConstraints(true)];

const accepted: [fact: string, made: ChainCase][] = [
  ['an authority and a leaf without any extension', leafWith({})],
  ['a leaf issued by the root', { leaf: certify(person, { issuer: root }), intermediates: [] }],
  ['a root as leaf', { leaf: root, intermediates: [] }],
  ['an authority as leaf', { leaf: ac, intermediates: [] }],
  ['the first second of a leaf', leafWith({ notBefore: at })],
  ['a second before the end of a leaf', leafWith({ notAfter: second(1) })],
  ['a leaf until the year 2060', leafWith({ notAfter: years(34) })],
  ['a critical CA flag', below({ extensions: [make.basicConstraints(true, 0, true)] })],
  ['an authority without keyUsage', below({ extensions: [make.basicConstraints(true)] })],
  ['a path length that is just enough', tower([limited(1), limited(0)])],
  ['a new key of one authority, which takes no room', tower([limited(0), sameName])],
  ['six certificates', tower(Array.from({ length: 5 }, () => ({})))],
  ['a root of version 1', belowRoot({ version: 1, extensions: [] })],
  ['unique identifiers in version 2', leafWith({ version: 2, hasUniqueIds: true })],
  ['an extension unknown but not critical', leafWith({ extensions: [make.unknown(false)] })],
  ['an authority named by its key', below(identified, naming({ spki: ac.key.spki }))],
  ['an authority named by its number', leafWith(byNumber(ac.serialNumber))],
  ['SHA-384 with RSA', belowKey(rsaWith(rsa.privateKey, 'sha384'))],
  ['SHA-512 with RSA', belowKey(rsaWith(rsa.privateKey, 'sha512'))],
  ['RSA-PSS with SHA-256', belowKey(pss)],
  ['RSA-PSS of a key for nothing else', belowKey(boundToPss(pss))],
  [
    'RSA-PSS of a key bound to hash and salt',
    belowKey(boundToPss(pss, { hash: 'sha256', saltLength: 20 })),
  ],
  [
    'RSA-PSS of a key bound to the very salt',
    belowKey(boundToPss(pss, { hash: 'sha256', saltLength: 32 })),
  ],
  [
    'RSA-PSS with SHA-512 and a short salt',
    belowKey(pssWith(rsa.privateKey, { hash: 'sha512', saltLength: 20 })),
  ],
  ['ECDSA on P-384', belowKey(ecKey('P-384', 'sha384'))],
  ['ECDSA on P-521', belowKey(ecKey('P-521', 'sha512'))],
  ['RSA with the exponent 3', belowKey(rsaKey(1024, 'sha256', 3))],
  [
    'a root that signed itself with SHA-1',
    belowRoot({ signer: ecWith(root.key.privateKey, 'sha1') }),
  ],
  [
    'a root that names another algorithm inside than outside',
    belowRoot({ innerAlgorithm: sequence(oid('1.2.840.10045.4.3.4')) }),
  ],
  ['a leaf that may not sign certificates', leafWith({ extensions: [make.keyUsage(0, 1)] })],
  ['critical: alternative names', critical('2.5.29.17', sequence(make.general.dns('a.mx')))],
  [
    'critical: places of lists',
    critical('2.5.29.31', sequence(sequence(tagged(0, tagged(0, place))))),
  ],
  ['critical: further uses', critical('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.2')))],
  ['critical: the type of Netscape', critical('2.16.840.1.113730.1.1', namedBits(0))],
  ['an authority with a key, named by its number', named(identified)],
  [
    'the issuer in other letters, spaces and string type',
    leafWith({ issuer: { ...ac, name: nameOf('  ac de   PRUEBA ', 0x13) } }),
  ],
];

const refused: [fault: ChainFault, at: number, what: string, made: ChainCase][] = [
  ['no_issuer', 0, 'nobody has the name', { leaf, intermediates: [] }],
  [
    'no_issuer',
    1,
    'the root is another',
    { leaf, intermediates: [ac], anchors: [selfSigned(party('OTRA'))] },
  ],
  [
    'no_issuer',
    0,
    'a leaf that is its own root',
    { leaf: selfSigned(party('YO')), intermediates: [] },
  ],
  [
    'no_issuer',
    0,
    'a leaf that is an anchor and did not sign itself',
    { leaf, intermediates: [], anchors: [leaf] },
  ],
  ['bad_signature', 0, 'the name of the authority, another key', leafWith({ signer: stranger })],
  ['bad_signature', 1, 'an authority of another key', below({ signer: stranger })],
  ['unsupported_algorithm', 0, 'SHA-224', belowKey(rsaWith(rsa.privateKey, 'sha224'))],
  [
    'unsupported_algorithm',
    0,
    'RSA-PSS whose mask has another hash',
    belowKey(pssWith(rsa.privateKey, { hash: 'sha256', saltLength: 32, maskHash: 'sha512' })),
  ],
  ['weak_algorithm', 0, 'MD5', belowKey(rsaWith(rsa.privateKey, 'md5'))],
  ['weak_algorithm', 0, 'SHA-1 with RSA', belowKey(rsaWith(rsa.privateKey, 'sha1'))],
  ['weak_algorithm', 0, 'SHA-1 with ECDSA', belowKey(ecKey('P-256', 'sha1'))],
  [
    'weak_algorithm',
    0,
    'RSA-PSS with SHA-1',
    belowKey(pssWith(rsa.privateKey, { hash: 'sha1', saltLength: 20 })),
  ],
  ['weak_algorithm', 1, 'an authority with 768 bits of RSA', belowKey(rsaKey(768))],
  [
    'weak_algorithm',
    0,
    'a leaf with 768 bits of RSA',
    { leaf: certify(party('DEBIL', rsaKey(768)), { issuer: ac }), intermediates: [ac] },
  ],
  ['weak_algorithm', 0, 'a leaf with the exponent 1', leafOf(rsaSpki(256, 1))],
  ['weak_algorithm', 0, 'a leaf with an even exponent', leafOf(rsaSpki(256, 65_536))],
  ['unsupported_algorithm', 0, 'an authority with 24,576 bits', belowSpki(rsaSpki(3072, 3))],
  ['unsupported_algorithm', 0, 'an authority with an immense exponent', belowSpki(immense)],
  ['unsupported_algorithm', 0, 'PKCS#1 of a key for RSA-PSS', belowKey(boundToPss(rsa))],
  [
    'unsupported_algorithm',
    0,
    'RSA-PSS of a key bound to another hash',
    belowKey(boundToPss(pss, { hash: 'sha512', saltLength: 32 })),
  ],
  [
    'unsupported_algorithm',
    0,
    'RSA-PSS of a key bound to a longer salt',
    belowKey(boundToPss(pss, { hash: 'sha256', saltLength: 33 })),
  ],
  ['malformed', 0, 'a public key that is none', leafOf(hollow)],
  ['unsupported_algorithm', 0, 'a leaf with a point beside the curve', leafOf(besideCurve)],
  ['unsupported_algorithm', 0, 'a leaf with a key of another kind', leafOf(ed25519)],
  [
    'algorithm_mismatch',
    0,
    'another algorithm inside than outside',
    leafWith({ innerAlgorithm: sequence(oid('1.2.840.10045.4.3.4')) }),
  ],
  ['version', 1, 'an authority of version 1', below({ version: 1, extensions: [] })],
  ['version', 0, 'extensions in version 2', leafWith({ version: 2, ...byNumber(ac.serialNumber) })],
  ['version', 0, 'unique identifiers in version 1', leafWith({ version: 1, hasUniqueIds: true })],
  ['duplicate_extension', 1, 'an extension twice', below({ extensions: twice })],
  ['unknown_critical_extension', 0, 'of the leaf', leafWith({ extensions: [make.unknown(true)] })],
  [
    'unknown_critical_extension',
    1,
    'of the authority',
    below({ extensions: [...authorityExtensions(), make.unknown(true)] }),
  ],
  [
    'unknown_critical_extension',
    1,
    'of the root',
    belowRoot({ extensions: [...authorityExtensions(), make.unknown(true)] }),
  ],
  ['not_yet_valid', 0, 'a leaf from the next second', leafWith({ notBefore: second(1) })],
  ['expired', 0, 'a leaf until the last second', leafWith({ notAfter: second(-1) })],
  ['not_yet_valid', 1, 'the authority', below({ notBefore: second(1) })],
  ['expired', 1, 'the authority', below({ notAfter: second(-1) })],
  ['expired', 1, 'the root', belowRoot({ notAfter: second(-1) })],
  ['not_an_authority', 1, 'a leaf that issues', below({ extensions: [] })],
  ['not_an_authority', 1, 'CA is false', below({ extensions: [make.basicConstraints(false)] })],
  [
    'not_an_authority',
    1,
    'a root that says no',
    belowRoot({ extensions: [make.basicConstraints(false)] }),
  ],
  [
    'not_an_authority',
    1,
    'an authority without a name',
    { leaf: certify(person, { issuer: nameless }), intermediates: [nameless] },
  ],
  [
    'key_usage',
    1,
    'an authority for lists only',
    below({ extensions: [make.basicConstraints(true), make.keyUsage(6)] }),
  ],
  [
    'key_usage',
    1,
    'a root for lists only',
    belowRoot({ extensions: [make.basicConstraints(true), make.keyUsage(6)] }),
  ],
  ['path_length', 2, 'one authority too many', tower([limited(0), {}])],
  ['path_length', 3, 'one authority too many, further up', tower([limited(1), {}, {}])],
  [
    'key_identifier_mismatch',
    0,
    'another key than the one named',
    below(identified, naming({ spki: stranger.spki })),
  ],
  ['key_identifier_mismatch', 0, 'another number than the one named', leafWith(byNumber(1))],
  [
    'key_identifier_mismatch',
    0,
    'its number, and the name of another issuer',
    leafWith(naming({ issuer: ac.name, serialNumber: ac.serialNumber })),
  ],
  [
    'not_an_authority',
    1,
    'an anchor of version 1 that others issued',
    { ...below({}), anchors: [oldAnchor], leaf: certify(person, { issuer: oldAnchor }) },
  ],
  [
    'not_an_authority',
    1,
    'an authority that is said to be none',
    below({ extensions: [make.extension('2.5.29.19', sequence(truth(false)))] }),
  ],
  ['too_complex', 5, 'seven certificates', tower(Array.from({ length: 6 }, () => ({})))],
];

test.each(accepted)('accepted: %s', async (_, made) => {
  expect(await judgeCase(made)).toMatchObject({ ok: true, anchor: 0 });
});

test('the last second of a leaf is within its life', async () => {
  expect(await judgeCase(leafWith({ notAfter: at }))).toMatchObject({ ok: true });
});

test.each(refused)('%s of %i: %s', async (reason, place, _, made) => {
  expect(await judgeCase(made)).toMatchObject({ ok: false, reason, at: place });
});

test('openssl accepts everything that is accepted here', async () => {
  const answers = await askOpenssl(accepted.map(([, made]) => questionOf(made)));
  const wrong = accepted.flatMap(([fact], index) =>
    answers[index]?.ok ? [] : [fact, answers[index]?.said],
  );
  expect(wrong).toEqual([]);
});
