import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDer, sequenceOf, type Bytes } from '../../src/certificate/asn1/der.ts';
import { openPrivateKey, readCertificate } from '../../src/certificate/index.ts';
import {
  createLoginToken,
  signerFrom,
  verifyLoginToken,
  type Signer,
  type TrustAnchor,
} from '../../src/signature/index.ts';
import { now, usePki } from '../certificate/pki.ts';
import {
  authority,
  authorityExtensions,
  certify,
  nameOf,
  party,
  selfSigned,
  type CertificateForm,
  type Party,
  type TestCertificate,
} from '../pki/chains/certificates.ts';
import * as make from '../pki/chains/extensions.ts';
import { ecKey, rsaSpki, rsaWith, type TestKey } from '../pki/chains/keys.ts';

const pki = usePki();
const origin = 'https://serviciosdigitales.imss.gob.mx';
const nonce = Buffer.alloc(32, 0x2e).toString('base64url');
const day = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * day);
const root = selfSigned(party('RAIZ DE PRUEBA'));
const ac = authority(party('AC DE PRUEBA'), { issuer: root });
let person: Signer;
let holder: Party;
let extensions: Bytes[];

beforeAll(async () => {
  const credential = pki().credentials.person;
  const opened = await openPrivateKey(credential.readPrivateKey(), credential.password);
  person = signerFrom(opened, credential.readCertificate());
  const { subject, subjectPublicKeyInfo, der } = person.certificate;
  holder = { name: subject.der, key: { ...ecKey(), spki: subjectPublicKeyInfo } };
  const [tbs] = sequenceOf(readDer(der));
  const [list] = sequenceOf(tbs)
    .slice(-1)
    .map(({ content }) => sequenceOf(readDer(content)));
  extensions = (list ?? []).map(({ whole }) => new Uint8Array(whole));
});

/** An e.firma of the person, as somebody else certifies it. */
const efirmaOf = (issuer: Party, form: Partial<CertificateForm> = {}): TestCertificate =>
  certify(holder, { issuer, extensions, ...form });

/** A token that is right in everything, with these certificates. */
async function tokenWith(x5c: readonly { der: Uint8Array }[], signer = person) {
  const token = await createLoginToken({ origin, nonce, now }, signer);
  const [header = '', claims = ''] = token.split('.');
  const before: object = JSON.parse(Buffer.from(header, 'base64url').toString());
  const after = { ...before, x5c: x5c.map(({ der }) => Buffer.from(der).toString('base64')) };
  const input = `${Buffer.from(JSON.stringify(after)).toString('base64url')}.${claims}`;
  const signature = await signer.sign(Buffer.from(input), 'SHA-256');
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

/** `ok`, or the check that refused and why. */
async function outcomeOf(
  x5c: readonly { der: Uint8Array }[],
  anchors: readonly TrustAnchor[],
  at = now,
): Promise<string> {
  const token = await tokenWith(x5c);
  try {
    const login = await verifyLoginToken(token, { origin, nonce, anchors, at });
    expect(login.rfc).toBe(person.certificate.rfc);
    return 'ok';
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_request' });
    const { message, cause } = (error as Error).cause as Error;
    return [message, cause].filter(Boolean).join(' ');
  }
}

/** Under an authority made as told, and that under the root, which is trusted. */
const below = (form: Partial<CertificateForm>) => {
  const issuer = authority(ac, { issuer: root, ...form });
  return outcomeOf([efirmaOf(issuer), issuer], [root.der]);
};

describe('a path is refused', () => {
  test.each<[string, string, Partial<CertificateForm>]>([
    ['whose authority has expired', 'expired', { notAfter: inDays(-1) }],
    ['whose authority has not begun', 'not_yet_valid', { notBefore: inDays(1) }],
    ['whose authority is none', 'not_an_authority', { extensions: [make.keyUsage(5, 6)] }],
    [
      'whose authority may not sign certificates',
      'key_usage',
      { extensions: [make.basicConstraints(true), make.keyUsage(0, 6)] },
    ],
    [
      'whose authority is for other names',
      'name_constraints',
      {
        extensions: [
          ...authorityExtensions(),
          make.nameConstraints({ permitted: [make.general.directory(nameOf('OTRA'))] }),
        ],
      },
    ],
    [
      'with a critical extension that nobody knows',
      'unknown_critical_extension',
      { extensions: [...authorityExtensions(), make.unknown(true)] },
    ],
  ])('%s', async (_, reason, form) => {
    expect(await below(form)).toBe(`issuer ${reason}`);
  });

  test('that is longer than the first authority allows', async () => {
    const narrow = authority(party('AC ANGOSTA'), {
      issuer: root,
      extensions: authorityExtensions(0),
    });
    const second = authority(party('AC SEGUNDA'), { issuer: narrow });
    expect(await outcomeOf([efirmaOf(second), second, narrow], [root.der])).toBe(
      'issuer path_length',
    );
  });

  test('that an e.firma issued', async () => {
    const other = person.certificate;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signer: TestKey = rsaWith(privateKey, 'sha256');
    const issuer = certify({ name: other.subject.der, key: signer }, { issuer: ac, extensions });
    expect(await outcomeOf([efirmaOf(issuer), issuer, ac], [root.der])).toBe(
      'issuer not_an_authority',
    );
  });

  test('whose authority only has the name of one that is trusted', async () => {
    const impostor = selfSigned(party('RAIZ DE PRUEBA'));
    expect(await outcomeOf([efirmaOf(impostor)], [root.der])).toBe('issuer bad_signature');
    expect(await outcomeOf([efirmaOf(impostor), impostor], [root.der])).toMatch(/^issuer /);
  });

  test('that ends at nobody', async () => {
    expect(await outcomeOf([efirmaOf(ac), ac, root], [])).toBe('issuer no_issuer');
  });
});

describe('a leaf is refused', () => {
  test.each<[string, number[]]>([
    ['that may not sign', [1, 3, 4]],
    ['that may not be held to what it signs', [0, 3, 4]],
    ['that may only encipher', [2, 3]],
  ])('%s', async (_, usage) => {
    const constrained = [make.keyUsage(...usage), ...extensions.filter((each) => !isUsage(each))];
    const leaf = efirmaOf(ac, { extensions: constrained });
    expect(await outcomeOf([leaf, ac], [root.der])).toBe('kind');
  });

  test('that is an authority', async () => {
    expect(await outcomeOf([ac, root], [root.der])).toBe('kind');
  });

  test('with a critical extension that nobody knows', async () => {
    const leaf = efirmaOf(ac, { extensions: [...extensions, make.unknown(true)] });
    expect(await outcomeOf([leaf, ac], [root.der])).toBe('issuer unknown_critical_extension');
  });

  test('whose key nobody can verify with, or anybody could forge', async () => {
    const even = { name: holder.name, key: { ...holder.key, spki: rsaSpki(256, 65_536) } };
    const leaf = certify(even, { issuer: ac, extensions });
    expect(await outcomeOf([leaf, ac], [root.der])).toBe('weak');
  });

  const isUsage = (each: Bytes) => Buffer.from(each).includes(Buffer.from([0x55, 0x1d, 0x0f]));
});

describe('x5c', () => {
  const other = authority(party('AC QUE NADIE LLAMO'), { issuer: root });

  test.each<[string, (leaf: TestCertificate) => readonly { der: Uint8Array }[]]>([
    ['with the authorities in the wrong order', (leaf) => [leaf, root, ac]],
    ['with an authority that certified none of the others', (leaf) => [leaf, ac, other]],
    ['with the same certificate twice', (leaf) => [leaf, leaf, ac]],
    ['with more than five', (leaf) => [leaf, ac, root, root, root, root]],
    ['with bytes that are no certificate', (leaf) => [leaf, { der: Uint8Array.of(0x31, 0) }]],
    ['that is empty', () => []],
  ])('%s is refused', async (_, certificates) => {
    expect(await outcomeOf(certificates(efirmaOf(ac)), [root.der])).toBe('x5c');
  });

  test('that begins with the authority is not the signer’s', async () => {
    expect(await outcomeOf([ac, efirmaOf(ac)], [root.der])).toBe('x5c');
  });

  test('may carry the authorities in between, and their root', async () => {
    const leaf = efirmaOf(ac);
    expect(await outcomeOf([leaf, ac], [root.der])).toBe('ok');
    expect(await outcomeOf([leaf, ac, root], [root.der])).toBe('ok');
    expect(await outcomeOf([leaf, ac, root], [ac.der])).toBe('ok');
    expect(await outcomeOf([leaf], [root.der])).toBe('issuer no_issuer');
    expect(await outcomeOf([leaf], [root.der, ac.der])).toBe('ok');
  });

  test('works with the hierarchy that mirrors the SAT’s', async () => {
    const der = pki().authority.readCertificate();
    const leaf = { der: person.certificate.der };
    expect(await outcomeOf([leaf, { der }], [pki().root.readCertificate()])).toBe('ok');
    expect(await outcomeOf([leaf, { der }], [pki().stranger.readCertificate()])).toMatch(
      /^issuer /,
    );
  });
});

describe('an anchor', () => {
  const named = (certificate: TestCertificate) => ({
    name: certificate.name,
    subjectPublicKeyInfo: certificate.key.spki,
  });

  test('may be a name and a key; the name counts', async () => {
    const leaf = efirmaOf(ac);
    expect(await outcomeOf([leaf, ac], [named(root)])).toBe('ok');
    expect(await outcomeOf([leaf], [named(ac)])).toBe('ok');
    const renamed = { ...named(ac), name: nameOf('OTRO NOMBRE') };
    expect(await outcomeOf([leaf], [renamed])).toBe('issuer no_issuer');
  });

  test('that has ended vouches for what it issued while it was in force', async () => {
    const [from, to] = [inDays(-400), inDays(-100)];
    const ended = selfSigned(party('AC QUE TERMINO'), { notBefore: from, notAfter: to });
    const issuedAt = (notBefore: Date) => efirmaOf(ended, { notBefore });
    expect(await outcomeOf([issuedAt(inDays(-200))], [ended.der])).toBe('ok');
    expect(await outcomeOf([issuedAt(inDays(-200)), ended], [ended.der])).toBe('ok');
    expect(await outcomeOf([issuedAt(inDays(-99))], [ended.der])).toBe('issuer expired');
    expect(await outcomeOf([issuedAt(inDays(-401))], [ended.der])).toBe('issuer expired');
  });

  test('that has ended and never was an authority vouches for nothing', async () => {
    const ended = selfSigned(party('NO ERA AC'), {
      notBefore: inDays(-400),
      notAfter: inDays(-100),
      extensions: [make.keyUsage(5, 6)],
    });
    const leaf = efirmaOf(ended, { notBefore: inDays(-200) });
    expect(await outcomeOf([leaf], [ended.der])).toBe('issuer not_an_authority');
  });

  test('that is no certificate is the fault of who gave it', async () => {
    const token = await tokenWith([efirmaOf(ac)]);
    const anchors = [Uint8Array.of(0x30, 0)];
    await expect(
      verifyLoginToken(token, { origin, nonce, anchors, at: now }),
    ).rejects.toMatchObject({ code: 'not_a_certificate' });
    expect(() => readCertificate(anchors[0] ?? new Uint8Array())).toThrow();
  });
});

test('an authority known by its key alone vouches for what is right below it', async () => {
  const issuer = authority(ac, { issuer: root });
  const { subjectPublicKeyInfo } = readCertificate(issuer.der);
  const anchor = { name: 'AC DE PRUEBA', subjectPublicKeyInfo };
  expect(await outcomeOf([efirmaOf(issuer)], [anchor])).toBe('ok');
  expect(await outcomeOf([efirmaOf(issuer), issuer], [anchor])).toBe('ok');
});
