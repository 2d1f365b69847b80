/** Who is asked about a certificate, and how long an answer counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  readCertificate,
  serviceAddresses,
  type Certificate,
  type RevocationAnswer,
} from '../../src/certificate/index.ts';
import { servicesOf } from '../../src/evidence/revocation/services-of.ts';
import { stillCounts } from '../../src/evidence/revocation/still-counts.ts';
import { usePki } from '../certificate/pki.ts';
import { certify, partyOf, publicKeyOf } from '../pki/certify.ts';
import { der, objectId, sequence } from '../pki/der.ts';
import { satFolder } from '../sat-folder.ts';

const pki = usePki();
const sat = 'http://www.sat.gob.mx/ocsp';
const at = new Date('2026-03-04T05:06:07Z');

const uri = (text: string) => der(0x86, Buffer.from(text));
const ocspMethod = '1.3.6.1.5.5.7.48.1';

/** A certificate of the hierarchy's AC with these addresses. */
function withAddresses(addresses: readonly Buffer[], points: readonly Buffer[] = []): Certificate {
  const { authority, credentials } = pki();
  const extensions = [
    { id: '1.3.6.1.5.5.7.1.1', value: sequence(...addresses) },
    ...(points.length > 0 ? [{ id: '2.5.29.31', value: sequence(...points) }] : []),
  ];
  const text = certify({
    issuer: partyOf(authority),
    commonName: 'Ximena',
    publicKey: publicKeyOf(credentials.person.readCertificate()),
    notBefore: at,
    notAfter: at,
    extensions,
  });
  return readCertificate(text);
}

const access = (url: string, method = ocspMethod) => sequence(objectId(method), uri(url));
const authority = () => readCertificate(pki().authority.readCertificate());
const askedFor = async (certificate: Certificate, authorities = [authority()]) => {
  const known = await servicesOf(certificate, authorities);
  return known?.services.map(({ kind, url }) => `${kind} ${url}`);
};

test('an issuer that nobody vouches for: nobody is asked', async () => {
  const leaf = readCertificate(pki().credentials.person.readCertificate());
  const others = [pki().root, pki().stranger].map((each) =>
    readCertificate(each.readCertificate()),
  );
  expect(await servicesOf(leaf, [])).toBeUndefined();
  expect(await servicesOf(leaf, others)).toBeUndefined();
});

test('one of an authority that was added, without an address: the SAT', async () => {
  const leaf = readCertificate(pki().credentials.person.readCertificate());
  expect(await servicesOf(leaf, [authority()])).toEqual({
    services: [{ kind: 'ocsp', url: sat }],
    issuer: authority().der,
  });
});

test('the certificate of a person vouches for nobody, even if it was added', async () => {
  const leaf = readCertificate(pki().credentials.person.readCertificate());
  expect(await servicesOf(leaf, [{ ...authority(), isCa: false }])).toBeUndefined();
});

test.each<[string, string[], string | undefined]>([
  ['https', ['https://ocsp.example/a?b'], 'https://ocsp.example/a?b'],
  ['https after http', ['http://ocsp.example', 'https://ocsp.example'], 'https://ocsp.example'],
  ['http of the SAT', [sat], sat],
  ['http', ['http://ocsp.example/'], undefined],
  ['http of another service of the SAT', ['http://www.sat.gob.mx/otro'], undefined],
  ['a file', ['file:///etc/passwd'], undefined],
  ['with a user in it', ['https://yo@ocsp.example/'], undefined],
  ['with a password in it', ['https://yo:tu@ocsp.example/'], undefined],
  ['no address at all', ['que no es'], undefined],
])('an address in the certificate: %s', async (_, urls, expected) => {
  const asked = expected === undefined ? [] : [`ocsp ${expected}`];
  expect(await askedFor(withAddresses(urls.map((url) => access(url))))).toEqual(asked);
});

test('addresses of other services are not asked', async () => {
  const leaf = withAddresses([access('https://example.mx/ac.cer', '1.3.6.1.5.5.7.48.2')]);
  expect(await askedFor(leaf)).toEqual([`ocsp ${sat}`]);
});

test('the addresses of lists are those with every reason in one', () => {
  const point = (...parts: Buffer[]) => sequence(...parts);
  const fullName = (...urls: string[]) => der(0xa0, der(0xa0, ...urls.map(uri)));
  const leaf = withAddresses(
    [access(sat)],
    [
      point(fullName('https://a.example/1.crl', 'http://a.example/1.crl')),
      point(fullName('https://a.example/some.crl'), der(0x81, Buffer.of(0, 0x40))),
      point(der(0xa0, der(0xa1))),
      point(fullName('https://a.example/2.crl')),
    ],
  );
  expect(serviceAddresses(leaf.der)).toEqual({
    ocsp: [sat],
    crl: ['https://a.example/1.crl', 'http://a.example/1.crl', 'https://a.example/2.crl'],
  });
});

test.each<[string, string[], string[], string[]]>([
  ['a list alone', [], ['https://a.example/1.crl'], ['crl https://a.example/1.crl']],
  [
    'a responder, and after it a list',
    ['https://ocsp.example'],
    ['http://a.example/1.crl', 'https://a.example/1.crl'],
    ['ocsp https://ocsp.example', 'crl https://a.example/1.crl'],
  ],
  ['a list by http: nobody, and not the SAT', [], ['http://a.example/1.crl'], []],
])('whom a certificate names: %s', async (_, responders, lists, expected) => {
  const points = lists.map((url) => sequence(der(0xa0, der(0xa0, uri(url)))));
  const leaf = withAddresses(
    responders.map((url) => access(url)),
    points,
  );
  expect(await askedFor(leaf)).toEqual(expected);
});

test('addresses that cannot be read are none', () => {
  expect(serviceAddresses(withAddresses([der(0x04)]).der)).toEqual({ ocsp: [], crl: [] });
});

test.skipIf(!satFolder)(
  satFolder ? 'what the SAT issues: the SAT' : 'skipped: no SAT fixtures',
  async () => {
    const file = join(satFolder ?? '', 'ac-produccion/ocsp.ac5_sat.cer');
    const leaf = readCertificate(new Uint8Array(readFileSync(file)));
    expect(await askedFor(leaf, [])).toEqual([`ocsp ${sat}`]);
    expect(serviceAddresses(leaf.der)).toEqual({ ocsp: [sat], crl: [] });
  },
);

const minute = 60_000;
const later = (minutes: number) => new Date(at.getTime() + minutes * minute);

test.each([
  ['fresh', 600, 0, true],
  ['an hour old', 600, 60, true],
  ['older than an hour', 600, 61, false],
  ['at its end', 10, 10, true],
  ['after its end', 10, 11, false],
  ['without an end', undefined, 59, true],
  ['of a clock that was set back', 600, -1, false],
])('an answer that was kept, %s', (_, end, minutes, counts) => {
  const answer: RevocationAnswer = {
    status: 'good',
    thisUpdate: at.toISOString(),
    ...(end !== undefined && { nextUpdate: later(end).toISOString() }),
    asked: sat,
  };
  const now = later(minutes);
  expect(stillCounts({ answer, keptAt: at.getTime() }, now, now.getTime())).toBe(counts);
});
