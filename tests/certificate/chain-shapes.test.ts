/** What a certificate and each of its extensions may consist of (RFC 5280 sections 4.1 and 4.2). */
import { describe, expect, test } from 'vitest';
import { DerError, childrenOf, readDer } from '../../src/certificate/asn1/der.ts';
import { readChainCertificate } from '../../src/certificate/chain/chain-certificate.ts';
import { readExtensions } from '../../src/certificate/chain/extensions.ts';
import { generalNames } from '../../src/certificate/chain/general-names.ts';
import { readKnownExtensions } from '../../src/certificate/chain/known-extensions.ts';
import { nameKey } from '../../src/certificate/chain/names.ts';
import { leaf, root } from '../pki/chains/cases.ts';
import { nameOf } from '../pki/chains/certificates.ts';
import {
  integer,
  namedBits,
  nothing,
  octets,
  oid,
  plain,
  sequence,
  set,
  tagged,
  time,
  truth,
  type Der,
} from '../pki/chains/der.ts';
import * as make from '../pki/chains/extensions.ts';

const partsOf = (der: Der) => childrenOf(readDer(der)).map(({ whole }) => whole);
const [tbs = nothing, algorithm = nothing, signature = nothing] = partsOf(leaf.der);
const [version = nothing, serial = nothing, inner = nothing, issuer = nothing, ...rest] =
  partsOf(tbs);
const [validity = nothing, ...subjectAndKey] = rest;
const certificateOf = (...fields: Der[]) => sequence(sequence(...fields), algorithm, signature);
const before = [serial, inner, issuer];
const day = time(new Date(0));

test('a certificate put together from its own parts is the same', () => {
  const { serialNumber } = readChainCertificate(
    certificateOf(version, ...before, validity, ...subjectAndKey),
  );
  expect(serialNumber).toEqual(readChainCertificate(leaf.der).serialNumber);
});

test.each([
  ['four parts', sequence(tbs, algorithm, signature, nothing)],
  [
    'three times in its validity',
    certificateOf(version, ...before, sequence(day, day, day), ...subjectAndKey),
  ],
  [
    'something after its extensions',
    certificateOf(version, ...before, validity, ...subjectAndKey, nothing),
  ],
  ['an algorithm outside that is none', sequence(tbs, set(), signature)],
  [
    'an algorithm inside that is none',
    certificateOf(version, serial, set(), issuer, validity, ...subjectAndKey),
  ],
  [
    'an issuer whose name is none',
    certificateOf(version, serial, inner, set(), validity, ...subjectAndKey),
  ],
  ['version 4', certificateOf(tagged(0, integer(3)), ...before, validity, ...subjectAndKey)],
])('a certificate with %s is none', (_, der) => {
  expect(() => readChainCertificate(der)).toThrow(DerError);
});

const known = (...extensions: Der[]) =>
  readKnownExtensions(readExtensions(readDer(sequence(...extensions))));
const uri = make.general.uri('http://crl.example/a');
const [gold, silver] = ['1.2.3', '1.2.4'];

test.each<[what: string, extension: Der]>([
  ['an extension of four parts', sequence(oid(gold), truth(true), octets(nothing), nothing)],
  ['an extension whose value is no octets', sequence(oid(gold), nothing)],
  ['a key identifier that is no octets', make.extension('2.5.29.14', integer(5))],
  ['alternative names that are no SEQUENCE', make.extension('2.5.29.17', set(uri))],
  ['a host that is made of others', make.subjectAltName(tagged(2, nothing))],
  [
    'basicConstraints of three parts',
    make.extension('2.5.29.19', sequence(truth(true), integer(0), integer(0))),
  ],
  ['keyUsage without a bit', make.extension('2.5.29.15', namedBits())],
  ['nameConstraints of a third kind', make.extension('2.5.29.30', sequence(tagged(2)))],
  ['a name of a tenth form', make.subjectAltName(plain(9, Uint8Array.of(1)))],
  ['a directory name of two', make.subjectAltName(tagged(4, root.name, root.name))],
  ['no alternative name', make.subjectAltName()],
  [
    'an authorityKeyIdentifier of a fourth part',
    make.extension('2.5.29.35', sequence(plain(3, Uint8Array.of(1)))),
  ],
  ['no policy', make.certificatePolicies()],
  [
    'a mapping of three policies',
    make.extension('2.5.29.33', sequence(sequence(oid(gold), oid(silver), oid(gold)))),
  ],
  ['no mapping', make.policyMappings()],
  ['a mapping from any policy', make.policyMappings([make.anyPolicy, gold])],
  ['a mapping to any policy', make.policyMappings([gold, make.anyPolicy])],
  [
    'policyConstraints of a third kind',
    make.extension('2.5.29.36', sequence(plain(2, Uint8Array.of(1)))),
  ],
  [
    'a distribution point of two names',
    make.extension('2.5.29.31', sequence(sequence(tagged(0, tagged(0, uri), tagged(0, uri))))),
  ],
  [
    'a distribution point whose name is empty',
    make.extension('2.5.29.31', sequence(sequence(tagged(0)))),
  ],
])('%s is not well formed', (_, extension) => {
  expect(() => known(extension)).toThrow(DerError);
});

describe('of basicConstraints', () => {
  const constraints = (...parts: Der[]) =>
    known(make.extension('2.5.29.19', sequence(...parts))).basicConstraints;

  test('an authority is what is said to be one', () => {
    expect(constraints(truth(true))).toStrictEqual({ isCa: true });
    expect(constraints(truth(false))).toStrictEqual({ isCa: false });
    expect(constraints()).toStrictEqual({ isCa: false });
  });

  test('a path length alone makes no authority', () => {
    expect(constraints(integer(2))).toStrictEqual({ isCa: false, pathLength: 2 });
  });

  test('of two the first counts', () => {
    const two = known(make.basicConstraints(true), make.basicConstraints(false));
    expect(two.basicConstraints).toEqual({ isCa: true });
  });
});

test('an extension that is said not to be critical is not', () => {
  const said = sequence(oid(gold), truth(false), octets(nothing));
  expect(readExtensions(readDer(sequence(said)))).toMatchObject([{ isCritical: false }]);
});

test('the forms of names that are made of others are constructed', () => {
  const names = [0, 3, 4, 5].map((form) => tagged(form, nameOf('A')));
  const found = generalNames(readDer(sequence(...names)));
  expect(found.map(({ form }) => form)).toEqual([0, 3, 4, 5]);
});

describe('of policyConstraints', () => {
  test('what is not said is not there', () => {
    const said = (...numbers: (number | undefined)[]) =>
      known(make.policyConstraints(...numbers)).policyConstraints;
    expect(said(1)).toStrictEqual({ requireExplicitPolicy: 1 });
    expect(said(undefined, 2)).toStrictEqual({ inhibitPolicyMapping: 2 });
  });
});

describe('of distribution points', () => {
  const points = (...parts: Der[]) =>
    known(make.extension('2.5.29.31', sequence(sequence(...parts)))).crlDistributionPoints;

  test('the full names are read', () => {
    const hex = Buffer.from(uri).toString('hex');
    expect(points(tagged(0, tagged(0, uri)))).toEqual([{ names: [hex], isPartial: false }]);
  });

  test('a name relative to the issuer is none', () => {
    expect(points(tagged(0, tagged(1, uri)))).toEqual([{ names: [], isPartial: false }]);
  });

  test('one without a name may tell some reasons', () => {
    const reasons = plain(1, Uint8Array.of(0, 0x40));
    expect(points(reasons)).toEqual([{ names: [], isPartial: true }]);
  });
});

test('an authorityKeyIdentifier names its issuer by the directory name, wherever that stands', () => {
  const names = tagged(1, make.general.dns('a.mx'), tagged(4, root.name));
  const extension = make.extension('2.5.29.35', sequence(names, plain(2, Uint8Array.of(5))));
  expect(known(extension).authorityKeyIdentifier).toStrictEqual({
    issuerName: nameKey(root.name),
    serialNumber: '05',
  });
});
