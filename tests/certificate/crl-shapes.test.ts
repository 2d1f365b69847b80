/** What a list and its entries may consist of, and who may speak through one (RFC 5280 section 5). */
import { describe, expect, test } from 'vitest';
import { childrenOf, DerError, readDer } from '../../src/certificate/asn1/der.ts';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { readCrl } from '../../src/certificate/crl/crl.ts';
import { findEntry } from '../../src/certificate/crl/find-entry.ts';
import { readRevokedEntry } from '../../src/certificate/crl/revoked-entry.ts';
import { judgeCrl, validateChain, type ChainAnchor } from '../../src/certificate/index.ts';
import { ac, leaf, person, root } from '../pki/chains/cases.ts';
import {
  at,
  authority,
  authorityExtensions,
  certify,
  years,
  type Party,
} from '../pki/chains/certificates.ts';
import {
  issuingDistributionPoint,
  makeCrl,
  reasonCode,
  revoked,
  type CrlForm,
} from '../pki/chains/crls.ts';
import {
  bits,
  integer,
  nothing,
  octets,
  oid,
  plain,
  sequence,
  set,
  text,
  time,
  truth,
  type Der,
} from '../pki/chains/der.ts';
import * as make from '../pki/chains/extensions.ts';
import { rsaKey } from '../pki/chains/keys.ts';

const list = (form: Partial<CrlForm> = {}) => makeCrl({ issuer: ac, ...form });
const pinned = ({ name, key }: Party): ChainAnchor => ({ name, subjectPublicKeyInfo: key.spki });

async function say(crl: Uint8Array, issuer: ChainAnchor = ac.der, certificate = leaf.der) {
  const status = await judgeCrl(crl, { certificate, issuer, at });
  return status.status === 'unknown' ? status.reason : status.status;
}

const { serialNumber } = leaf;
const moment = time(new Date(at.getTime() - 1000));
const pem = (label: string, der: Uint8Array) =>
  Buffer.from(
    `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`,
  );

describe('who speaks through a list', () => {
  const named = authority(ac, {
    issuer: root,
    extensions: [...authorityExtensions(), make.subjectKeyIdentifier(ac.key.spki)],
  });
  const identifier = make.authorityKeyIdentifier({ spki: ac.key.spki });

  test('is the issuer by its name, not by its key alone', async () => {
    expect(await say(list(), pinned({ ...ac, name: root.name }))).toBe('other_certificate');
  });

  test('may name its key, critically too', async () => {
    const [, id = nothing, value = nothing] = [
      nothing,
      ...childrenOf(readDer(identifier)).map(({ whole }) => whole),
    ];
    const critical = sequence(id, truth(true), value);
    for (const extension of [identifier, critical]) {
      expect(await say(list({ extensions: [extension] }), named.der)).toBe('good');
      expect(await say(list({ extensions: [extension] }), pinned(ac))).toBe('good');
    }
  });

  test('has a key that nobody else could sign with', async () => {
    const weak = { ...ac, key: rsaKey(768) };
    const { der } = certify(person, { issuer: weak });
    expect(await say(list({ issuer: weak }), pinned(weak), der)).toBe('unsupported');
  });
});

describe('a list', () => {
  const [tbs = nothing, algorithm = nothing, signature = nothing] = partsOf(list());
  const fields = partsOf(tbs);
  const signed = (...parts: Uint8Array[]) => {
    const data = sequence(...parts);
    return sequence(data, algorithm, bits(ac.key.sign(data)));
  };

  function partsOf(der: Der): Der[] {
    return childrenOf(readDer(der)).map(({ whole }) => whole);
  }

  test.each([
    ['its own parts', signed(...fields), 'good'],
    ['four parts', sequence(tbs, algorithm, signature, nothing), 'malformed'],
    ['version 3', signed(integer(2), ...fields.slice(1)), 'malformed'],
    [
      'something after its extensions',
      signed(...fields, encodeDer(0xa0, sequence(make.unknown(false))), nothing),
      'malformed',
    ],
    ['something that may be passed over', list({ extensions: [make.unknown(false)] }), 'good'],
    ['entries and no end', list({ nextUpdate: 'none', entries: [entry(nothing)] }), 'stale'],
    ['an end in another century', list({ nextUpdate: years(30) }), 'good'],
    [
      'changes alone, though that is not said to be critical',
      list({ extensions: [make.extension('2.5.29.27', integer(1))] }),
      'unsupported',
    ],
    [
      'a scope that is said not to be one of authorities',
      list({ extensions: [issuingDistributionPoint(plain(2, Uint8Array.of(0)))] }),
      'good',
    ],
    [
      'a scope of a seventh kind',
      list({ extensions: [issuingDistributionPoint(plain(6, Uint8Array.of(0xff)))] }),
      'malformed',
    ],
    ['a certificate instead, in PEM', pem('CERTIFICATE', leaf.der), 'malformed'],
  ])('of %s', async (_, crl, expected) => {
    expect(await say(crl)).toBe(expected);
  });

  test.each([
    ['algorithm', sequence(tbs, set(), signature)],
    ['issuer', signed(...fields.slice(0, 2), set(), ...fields.slice(3))],
  ])('whose %s is no SEQUENCE is none', (_, crl) => {
    expect(() => readCrl(crl)).toThrow(DerError);
  });

  test('of more than 4 MB in PEM is none, whatever is in it', async () => {
    const text = pem('X509 CRL', list());
    const padded = (octets: number) => Buffer.concat([text], octets).fill('\n', text.length);
    expect(await say(padded(4 * 1024 * 1024))).toBe('good');
    expect(await say(padded(4 * 1024 * 1024 + 1))).toBe('malformed');
  });

  test('of more than 20 MB is not read', async () => {
    expect(await say(new Uint8Array(20 * 1024 * 1024))).toBe('malformed');
    expect(await say(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('too_large');
  });

  test('is in force from its first second to its last', async () => {
    expect(await say(list({ thisUpdate: at }))).toBe('good');
    expect(await say(list({ nextUpdate: at }))).toBe('good');
  });

  test('that is not well formed leaves open whether somebody was revoked', async () => {
    const scope = issuingDistributionPoint(plain(6, Uint8Array.of(0xff)));
    const verdict = await validateChain({
      leaf: leaf.der,
      intermediates: [ac.der],
      anchors: [root.der],
      crls: [list({ extensions: [scope] }), makeCrl({ issuer: root })],
      at,
    });
    expect(verdict).toMatchObject({ reason: 'revocation_unknown', at: 0 });
  });
});

/** An entry of somebody else. */
function entry(...extensions: Uint8Array[]): Der {
  return revoked({ serialNumber: 5, extensions });
}

const critical = (id: string, value: Uint8Array) => make.extension(id, value, true);
const reason = encodeDer(0x0a, Uint8Array.of(1));
const invalidSince = text(0x18, '20260101000000Z');

describe('an entry of another certificate', () => {
  test.each([
    ['with a critical reason', entry(critical('2.5.29.21', reason)), 'good'],
    ['with a critical date', entry(critical('2.5.29.24', invalidSince)), 'good'],
    ['with something that may be passed over', entry(make.unknown(false)), 'good'],
    [
      'with something that is said not to be critical',
      entry(sequence(oid('1.2.3'), truth(false), octets(nothing))),
      'good',
    ],
    ['with something that must be understood', entry(make.unknown(true)), 'unsupported'],
    [
      'with something after its extensions',
      sequence(integer(5), moment, sequence(make.unknown(false)), nothing),
      'unsupported',
    ],
    ['that is no SEQUENCE', encodeDer(0x31, integer(5), moment), 'malformed'],
    ['without a number', sequence(octets(nothing), moment), 'malformed'],
  ])('%s', async (_, one, expected) => {
    expect(await say(list({ entries: [one, entry()] }))).toBe(expected);
  });

  test('whose number reaches into the next entry is malformed', async () => {
    const next = entry();
    const reaching = Uint8Array.of(0x30, 3, 2, 1 + next.length, 5);
    expect(await say(list({ entries: [reaching, next, entry()] }))).toBe('malformed');
  });
});

describe('the entry of a certificate', () => {
  const own = (...extensions: Uint8Array[]) =>
    list({ entries: [revoked({ serialNumber, extensions })] });

  test('has its reason wherever that stands', async () => {
    const since = make.extension('2.5.29.24', invalidSince);
    const status = await judgeCrl(own(since, reasonCode(1)), {
      certificate: leaf.der,
      issuer: ac.der,
      at,
    });
    expect(status).toMatchObject({ status: 'revoked', reason: 'keyCompromise' });
  });

  test('with two reasons is malformed', async () => {
    expect(await say(own(reasonCode(1), reasonCode(1)))).toBe('malformed');
  });

  test('has at most three parts', () => {
    const four = sequence(integer(5), moment, sequence(make.unknown(false)), nothing);
    expect(() => readRevokedEntry(four)).toThrow(DerError);
  });

  test('is found by its whole number', () => {
    const entries = Uint8Array.from(
      [0x0105, 0x05, 0x0505].flatMap((number) => [...revoked({ serialNumber: number })]),
    );
    expect(findEntry(entries, Uint8Array.of(5))).toEqual(revoked({ serialNumber: 5 }));
    expect(findEntry(entries, Uint8Array.of(6))).toBeUndefined();
  });
});
