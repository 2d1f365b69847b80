import { createHash, createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  issuerOf,
  isSignedBy,
  judgeCredential,
  productionAnchors,
  readCertificate,
} from '../../src/certificate/index.ts';
import { readDer } from '../../src/certificate/asn1/der.ts';
import { distinguishedName } from '../../src/certificate/asn1/distinguished-name.ts';
import {
  authority,
  certify,
  party,
  selfSigned,
  years,
  type CertificateForm,
} from '../pki/chains/certificates.ts';
import { ecKey, rsaKey } from '../pki/chains/keys.ts';
import { nameOf, rebuilt } from './mistakes/rebuilt.ts';
import { now, usePki } from './pki.ts';

const pki = usePki();

test.each(productionAnchors.map((anchor) => [anchor.name, anchor] as const))(
  'the public key of %s is an RSA key of 4096 bits with the hash that is told',
  (_, { subjectPublicKeyInfo, publicKeySha256, notBefore, notAfter }) => {
    const der = Buffer.from(subjectPublicKeyInfo, 'base64');
    expect(createHash('sha256').update(der).digest('hex')).toBe(publicKeySha256);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(4096);
    expect(new Date(notBefore) < new Date(notAfter)).toBe(true);
  },
);

test.each(productionAnchors.map((anchor) => [anchor.name, anchor] as const))(
  'the name of %s is a Name, and its key signs nothing made here',
  async (_, { subject }) => {
    const der = new Uint8Array(Buffer.from(subject, 'base64'));
    expect(distinguishedName(readDer(der)).text).toMatch(
      /AGENCIA REGISTRADORA|AUTORIDAD|A\.?C\.? /i,
    );
    const mimic = certify(person, { issuer: { name: der, key: rsa } });
    expect(await issuerOf(readCertificate(mimic.der))).toMatchObject({ known: 'unknown' });
  },
);

test('a certificate is signed by its authority and by no other', async () => {
  const { credentials, authority, stranger, root } = pki();
  const leaf = readCertificate(credentials.person.readCertificate());
  const signedBy = (issuer: { readCertificate(): Uint8Array }) =>
    isSignedBy(leaf, readCertificate(issuer.readCertificate()).subjectPublicKeyInfo);
  expect(await signedBy(authority)).toBe(true);
  expect(await signedBy(root)).toBe(false);
  expect(await signedBy(stranger)).toBe(false);
  expect(await isSignedBy(leaf, new Uint8Array(3))).toBe(false);
});

test('one changed bit in what was signed, or in the signature, undoes it', async () => {
  const leaf = readCertificate(pki().credentials.person.readCertificate());
  const { subjectPublicKeyInfo } = readCertificate(pki().authority.readCertificate());
  for (const part of ['tbsCertificate', 'signature'] as const) {
    const changed = new Uint8Array(leaf[part]);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(await isSignedBy({ ...leaf, [part]: changed }, subjectPublicKeyInfo)).toBe(false);
  }
});

test('an authority of nobody is unknown, also when it is handed in', async () => {
  const leaf = readCertificate(pki().credentials.person.readCertificate());
  const authority = readCertificate(pki().authority.readCertificate());
  const unknown = { known: 'unknown', name: 'AC DE PRUEBA DE FIRMA LISTA', proof: 'none' };
  expect(await issuerOf(leaf)).toEqual(unknown);
  expect(await issuerOf(leaf, [authority])).toEqual(unknown);
});

test.each([
  ['AC UAT', 'SERVICIO DE ADMINISTRACION TRIBUTARIA', '30001000000500003415', 'test'],
  ['AC UAT', 'SERVICIO DE ADMINISTRACION TRIBUTARIA', '00001000000500003415', 'unknown'],
  ['AC UAT', 'OTRA', '30001000000500003415', 'unknown'],
  ['AUTORIDAD CERTIFICADORA', 'SERVICIO DE ADMINISTRACION TRIBUTARIA', '0'.repeat(20), 'unknown'],
])(
  'the words %s, %s and the number %s: %s',
  async (commonName, organization, serialNumber, known) => {
    const leaf = readCertificate(pki().credentials.person.readCertificate());
    const issuer = { ...leaf.issuer, commonName, organization };
    expect((await issuerOf({ ...leaf, issuer, serialNumber })).known).toBe(known);
  },
);

test('one of a test authority, or of nobody known, is told so and stays in order', async () => {
  const { person, unknownIssuer } = pki().credentials;
  const test = rebuilt(new Uint8Array(person.readCertificate()), {
    issuer: nameOf('SERVICIO DE ADMINISTRACION TRIBUTARIA', 'AC UAT'),
  });
  const judged = async (certificate: Uint8Array, { readPrivateKey, password }: typeof person) => {
    const { ok, cause, findings } = await judgeCredential(
      [certificate, readPrivateKey()].map((bytes) => ({ name: 'a', bytes })),
      password,
      now,
    );
    const told = ['cert.test_ca', 'cert.untrusted', 'cert.revoked'].map(
      (id) => findings.find((finding) => finding.id === id)?.status,
    );
    return [ok, cause, ...told];
  };
  expect(await judged(test, person)).toEqual([true, undefined, 'warning', 'pass', 'unknown']);
  expect(await judged(unknownIssuer.readCertificate(), unknownIssuer)).toEqual([
    true,
    undefined,
    'pass',
    'warning',
    'unknown',
  ]);
});

const rsa = rsaKey();
const person = party('PERSONA', rsa);
const root = selfSigned(party('RAIZ DE EMPRESA', rsa));
const authorityOf = (form: Partial<CertificateForm> = {}) =>
  authority(party('AC DE EMPRESA', rsa), { issuer: root, ...form });
const own = authorityOf();
const leaf = readCertificate(certify(person, { issuer: own }).der);
const added = (...all: { der: Uint8Array }[]) => all.map(({ der }) => readCertificate(der));

test('an authority that the person added vouches for what it issued, and for nothing else', async () => {
  expect(await issuerOf(leaf, [], added(own))).toEqual({
    known: 'added',
    name: 'AC DE EMPRESA',
    proof: 'signature',
  });
  expect(await issuerOf(leaf, added(own))).toMatchObject({ known: 'unknown' });
  const namesake = authorityOf();
  const mimic = { ...namesake, der: certify({ ...own, key: ecKey() }, { issuer: root }).der };
  expect(await issuerOf(leaf, [], added(mimic))).toMatchObject({ known: 'unknown' });
});

test('a root that the person added vouches over an authority that came along', async () => {
  expect(await issuerOf(leaf, added(own), added(root))).toMatchObject({
    known: 'added',
    name: 'RAIZ DE EMPRESA',
  });
  expect(await issuerOf(leaf, [], added(root))).toMatchObject({ known: 'unknown' });
});

test.each<[string, Partial<CertificateForm>, string]>([
  ['had expired by then', { notAfter: years(-1.5) }, 'unknown'],
  ['began only later', { notBefore: years(-0.5) }, 'unknown'],
  ['may not issue', { extensions: [] }, 'unknown'],
  ['has expired since', { notAfter: years(-0.5) }, 'added'],
])('an authority that was added and %s: %s', async (_, form, known) => {
  expect(await issuerOf(leaf, [], added(authorityOf(form)))).toMatchObject({ known });
});
