import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findingIds,
  judgeCredential,
  openPrivateKey,
  readCertificate,
  verdictDetails,
  verdictSentences,
  type CredentialFile,
  type CredentialVerdict,
} from '../../src/certificate/index.ts';
import type { CredentialName } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';
import { now, usePki } from './pki.ts';
import { inverseOf, numbersOf, rsaPkcs8 } from './rsa-numbers.ts';

const pki = usePki();

const cer = (name: CredentialName, as = `${name}.cer`): CredentialFile => ({
  name: as,
  bytes: pki().credentials[name].readCertificate(),
});
const key = (name: CredentialName, as = `${name}.key`): CredentialFile => ({
  name: as,
  bytes: pki().credentials[name].readPrivateKey(),
});
const passwordOf = (name: CredentialName) => pki().credentials[name].password;
const text = (name: string, content: string): CredentialFile => ({
  name,
  bytes: Buffer.from(content),
});
const cut = (file: CredentialFile, length: number): CredentialFile => ({
  ...file,
  bytes: file.bytes.subarray(0, length),
});
const extended = (file: CredentialFile): CredentialFile => ({
  ...file,
  bytes: new Uint8Array([...file.bytes, 0x0a]),
});
/** One octet inside is changed so that the structure breaks. */
const damaged = (file: CredentialFile, offset: number): CredentialFile => {
  const bytes = new Uint8Array(file.bytes);
  bytes[offset] = 0xff;
  return { ...file, bytes };
};
const statusOf = (verdict: CredentialVerdict, id: string) =>
  verdict.findings.find((finding) => finding.id === id)?.status;
const places = ({ files }: CredentialVerdict) =>
  files && { certificate: files.certificate.index, privateKey: files.privateKey.index };
const reasonOf = ({ ok, cause, detail }: CredentialVerdict) =>
  [ok, cause, detail].filter((part) => part !== undefined).join(' ');

const sentences = new Set(verdictSentences.map(({ cause, detail }) => `${cause} ${detail ?? ''}`));
/** Every reason that a verdict gives has its sentence. */
const expectSentences = (verdict: CredentialVerdict) => {
  const { cause, detail } = verdict;
  if (cause) expect(sentences).toContain(`${cause} ${detail ?? ''}`);
  for (const finding of verdict.findings) {
    if (finding.status === 'pass') continue;
    if (finding.status === 'unknown' && finding.id !== 'cert.revoked') continue;
    expect(sentences).toContain(`${finding.id} ${finding.detail ?? ''}`);
  }
};

test.each<CredentialName>(['person', 'personAes', 'company', 'enie', 'ampersand', 'longName'])(
  '%s is usable: files, password and certificate belong together',
  async (name) => {
    const verdict = await judgeCredential([cer(name), key(name)], passwordOf(name), now);
    expect(reasonOf(verdict)).toBe('true');
    expect(verdict.certificate?.rfc).toBe(pki().credentials[name].rfc);
    expect(verdict.key?.modulus).toEqual(verdict.certificate?.modulus);
    expect(places(verdict)).toEqual({ certificate: 0, privateKey: 1 });
    expect(statusOf(verdict, 'key.mismatch')).toBe('pass');
    expect(statusOf(verdict, 'cert.revoked')).toBe('unknown');
    expectSentences(verdict);
  },
);

describe('a mistake and its cause', () => {
  type Case = [string, () => CredentialFile[], string, (() => string)?];
  const person = () => passwordOf('person');

  test.each<Case>([
    ['nothing', () => [], 'false cert.wrong_file no_files'],
    ['only the .cer', () => [cer('person')], 'false key.missing'],
    ['only the .key', () => [key('person')], 'false cert.wrong_file no_certificate'],
    [
      'two .cer and no .key',
      () => [cer('person'), cer('company')],
      'false key.missing two_certificates',
    ],
    ['two .key', () => [key('person'), key('company')], 'false cert.wrong_file two_keys'],
    [
      'over twenty files',
      () => Array.from({ length: 21 }, () => cer('person')),
      'false cert.wrong_file too_many_files',
    ],
    [
      'a huge file instead of the .cer',
      () => [{ name: 'a.cer', bytes: new Uint8Array(300_000) }, key('person')],
      'false cert.wrong_file too_large',
    ],
    ['the .key of another', () => [cer('person'), key('expired')], 'false key.mismatch'],
    ['the .cer of another', () => [cer('notYetValid'), key('person')], 'false key.mismatch'],
    ['an empty .cer', () => [text('a.cer', ''), key('person')], 'false cert.corrupt empty_file'],
    ['an empty .key', () => [cer('person'), text('a.key', '')], 'false key.corrupt empty_file'],
    [
      'two empty files',
      () => [text('a.key', ''), text('a.cer', '')],
      'false cert.corrupt empty_file',
    ],
    [
      'a page saved as .cer',
      () => [text('a.cer', '<html>'), key('person')],
      'false cert.corrupt html',
    ],
    [
      'a page saved as .key',
      () => [cer('person'), text('a.key', '<html>')],
      'false key.corrupt html',
    ],
    [
      'the beginning of a ZIP',
      () => [text('efirma.zip', 'PK\x03\x04')],
      'false cert.corrupt zip_truncated',
    ],
    [
      'a .cer cut off',
      () => [cut(cer('person'), 700), key('person')],
      'false cert.corrupt truncated',
    ],
    [
      'a .key cut off',
      () => [cer('person'), cut(key('person'), 700)],
      'false key.corrupt truncated',
    ],
    [
      'a .cer with a byte after it',
      () => [extended(cer('person')), key('person')],
      'false cert.corrupt extra_bytes',
    ],
    [
      'a .key with a byte after it',
      () => [cer('person'), extended(key('person'))],
      'false key.corrupt extra_bytes',
    ],
    [
      'a damaged .cer',
      () => [damaged(cer('person'), 41), key('person')],
      'false cert.corrupt damaged',
    ],
    [
      'a damaged .key',
      () => [cer('person'), damaged(key('person'), 33)],
      'false key.corrupt damaged',
    ],
    [
      'a text instead of the .cer',
      () => [text('contraseña.txt', '12345678a'), key('person')],
      'false cert.wrong_file text',
    ],
    [
      'the certificate of an authority',
      () => [{ name: 'ac.cer', bytes: pki().authority.readCertificate() }, key('person')],
      'false cert.wrong_file ca_certificate',
    ],
    [
      'a CSD, with its own password',
      () => [cer('csd'), key('csd')],
      'false cert.is_csd',
      () => passwordOf('csd'),
    ],
    [
      'a CSD, with the password of the e.firma',
      () => [cer('csd'), key('csd')],
      'false cert.is_csd',
    ],
    ['the .cer of a CSD', () => [cer('csd'), key('person')], 'false cert.is_csd'],
    ['a wrong password', () => [cer('person'), key('person')], 'false pwd.wrong', () => 'otra'],
    [
      'no password',
      () => [cer('person'), key('person')],
      'false pwd.wrong empty_password',
      () => '',
    ],
    [
      'a space after the password',
      () => [cer('person'), key('person')],
      'false pwd.spaces',
      () => `${person()} `,
    ],
    [
      'a line end and a hard space around it',
      () => [cer('person'), key('person')],
      'false pwd.spaces invisible',
      () => `\u00a0${person()}\r\n`,
    ],
    [
      'caps lock',
      () => [cer('person'), key('person')],
      'false pwd.caps',
      () => person().toUpperCase(),
    ],
    [
      'caps lock and a space',
      () => [cer('person'), key('person')],
      'false pwd.caps',
      () => ` ${person().toUpperCase()}`,
    ],
    ['an expired e.firma', () => [cer('expired'), key('expired')], 'false cert.expired'],
    [
      'an e.firma that does not count yet',
      () => [cer('notYetValid'), key('notYetValid')],
      'false cert.not_yet clock_behind',
    ],
  ])('%s', async (_, files, reason, password = person) => {
    const verdict = await judgeCredential(files(), password(), now);
    expect(reasonOf(verdict)).toBe(reason);
    expectSentences(verdict);
    expect(verdict.findings[0]).toEqual({
      id: verdict.cause,
      status: 'fail',
      ...(verdict.detail && { detail: verdict.detail }),
    });
    const isUsable = verdict.cause === 'cert.expired' || verdict.cause === 'cert.not_yet';
    expect(verdict.key !== undefined).toBe(isUsable);
    expect(verdict.files !== undefined).toBe(isUsable);
  });

  test('other files of the SAT instead of one of the two', async () => {
    const { directory, credentials } = pki();
    const at = (name: string) => join(directory, name);
    const made = async (...args: string[]): Promise<Uint8Array> => {
      await openssl([...args, '-out', at('made')], { password: person() });
      return new Uint8Array(await readFile(at('made')));
    };
    const { keyPath, cerPath } = credentials.person;
    const clear = ['pkey', '-inform', 'DER', '-in', keyPath, '-passin', 'env:PASSWORD'];
    await writeFile(at('clear'), await made(...clear));
    await writeFile(at('pem'), await made('x509', '-inform', 'DER', '-in', cerPath));
    const request = await made(
      ...['req', '-new', '-key', at('clear'), '-subj', '/CN=X', '-outform', 'DER'],
    );
    const scrypt = await made(
      ...['pkcs8', '-topk8', '-in', at('clear'), '-outform', 'DER', '-scrypt', '-scrypt_N', '1024'],
      ...['-passout', 'env:PASSWORD'],
    );
    const plain = await made(...clear, '-outform', 'DER');
    const pem = new Uint8Array(await readFile(at('pem')));
    const tls = await made(
      ...['req', '-x509', '-key', at('clear'), '-subj', '/CN=X', '-outform', 'DER'],
      ...['-addext', 'basicConstraints=critical,CA:FALSE'],
    );

    const cases: [CredentialFile[], string][] = [
      [
        [{ name: 'a.req', bytes: request }, key('person')],
        'false cert.wrong_file certificate_request',
      ],
      [[cer('person'), { name: 'a.req', bytes: request }], 'false key.missing other_file'],
      [[cer('person'), { name: 'a.key', bytes: scrypt }], 'false key.unsupported'],
      [[{ name: 'a.cer', bytes: tls }, key('person')], 'false cert.wrong_file not_efirma'],
      [[cer('person'), key('person'), { name: 'a.req', bytes: request }], 'true'],
      [[cer('person'), { name: 'a.key', bytes: plain }], 'true'],
      [[{ name: 'a.cer', bytes: pem }, key('person')], 'true'],
    ];
    for (const [files, reason] of cases) {
      const verdict = await judgeCredential(files, person(), now);
      expect(reasonOf(verdict)).toBe(reason);
      expectSentences(verdict);
    }
    const withPlain = await judgeCredential([cer('person'), { name: 'k', bytes: plain }], '', now);
    expect(withPlain.findings).toContainEqual({
      id: 'key.plain_or_pem',
      status: 'warning',
      detail: 'plain',
    });
  });
});

describe('which file is which is found by content', () => {
  test.each([
    ['in the other order', () => [key('person'), cer('person')], 'pass'],
    [
      'with exchanged names',
      () => [key('person', 'person.cer'), cer('person', 'person.key')],
      'warning',
    ],
    ['without names', () => [key('person', ''), cer('person', '')], 'pass'],
  ])('%s', async (_, files, swap) => {
    const verdict = await judgeCredential(files(), passwordOf('person'), now);
    expect(reasonOf(verdict)).toBe('true');
    expect(places(verdict)).toEqual({ certificate: 1, privateKey: 0 });
    expect(statusOf(verdict, 'cert.swap')).toBe(swap);
  });

  test('of several certificates and keys, those that belong together', async () => {
    const files = [cer('company'), cer('csd'), key('csd'), cer('person'), key('person')];
    const verdict = await judgeCredential(files, passwordOf('person'), now);
    expect(verdict.ok).toBe(true);
    expect(places(verdict)).toEqual({ certificate: 3, privateKey: 4 });
    expect(verdict.certificate?.rfc).toBe(pki().credentials.person.rfc);
  });
});

describe('dates: said, never a reason to refuse', () => {
  const judgeAt = (at: Date) =>
    judgeCredential([cer('person'), key('person')], passwordOf('person'), at);
  const moment = (end: 'notBefore' | 'notAfter', seconds: number) =>
    new Date(pki().credentials.person[end].getTime() + seconds * 1000);

  test.each([
    ['not yet valid one second before notBefore', 'notBefore', -1, 'false cert.not_yet'],
    ['valid at notBefore', 'notBefore', 0, 'true'],
    ['valid at notAfter', 'notAfter', 0, 'true'],
    ['expired one second after notAfter', 'notAfter', 1, 'false cert.expired'],
  ] as const)('a certificate is %s', async (_, end, seconds, reason) => {
    expect(reasonOf(await judgeAt(moment(end, seconds)))).toBe(reason);
  });

  test('it is about to expire from 90 days before its end', async () => {
    const days = (count: number) => moment('notAfter', -count * 86_400);
    expect(statusOf(await judgeAt(days(90)), 'cert.expiring')).toBe('pass');
    expect(statusOf(await judgeAt(days(89)), 'cert.expiring')).toBe('warning');
    expect(statusOf(await judgeAt(days(-1)), 'cert.expiring')).toBe('pass');
  });

  test('a later certificate of the same RFC makes it superseded', async () => {
    const own = readCertificate(pki().credentials.person.readCertificate());
    const judged = async (notBefore: Date, rfc = own.rfc) => {
      const files = [cer('person'), key('person')];
      const others = [{ ...own, notBefore, rfc }];
      return statusOf(
        await judgeCredential(files, passwordOf('person'), now, { others }),
        'cert.superseded',
      );
    };
    expect(await judged(moment('notBefore', 1))).toBe('fail');
    expect(await judged(moment('notBefore', 0))).toBe('pass');
    expect(await judged(moment('notBefore', 1), 'OTRO010101AAA')).toBe('pass');
  });
});

test('an unknown issuer is a warning, never a cause', async () => {
  const files = [cer('unknownIssuer'), key('unknownIssuer')];
  const verdict = await judgeCredential(files, passwordOf('unknownIssuer'), now);
  expect(reasonOf(verdict)).toBe('true');
  expect(statusOf(verdict, 'cert.untrusted')).toBe('warning');
});

test('a .cer and a .key cut off anywhere are named as such', { timeout: 60_000 }, async () => {
  const [whole, secret, password] = [cer('person'), key('person'), passwordOf('person')];
  const reasons = new Set<string>();
  // Every length of the header, and from there on every ninth.
  for (let length = 1; length < whole.bytes.length; length += length < 40 ? 1 : 9) {
    reasons.add(reasonOf(await judgeCredential([cut(whole, length), secret], password, now)));
  }
  for (let length = 1; length < secret.bytes.length; length += length < 40 ? 1 : 9) {
    reasons.add(reasonOf(await judgeCredential([whole, cut(secret, length)], password, now)));
  }
  expect([...reasons]).toEqual(['false cert.corrupt truncated', 'false key.corrupt truncated']);
});

test('every id and every detail is in a sentence, each sentence once', () => {
  const ids = verdictSentences.map(({ cause }) => cause);
  const details = verdictSentences.flatMap(({ detail }) => detail ?? []);
  expect(new Set(ids)).toEqual(new Set(findingIds));
  expect(new Set(details)).toEqual(new Set(verdictDetails));
  expect(sentences.size).toBe(verdictSentences.length);
});

test('a key of the same modulus and another exponent signs for nobody: mismatch', async () => {
  const opened = await openPrivateKey(key('person').bytes, passwordOf('person'));
  const pem = createPrivateKey({ key: Buffer.from(opened.pkcs8), format: 'der', type: 'pkcs8' });
  const numbers = numbersOf(String(pem.export({ format: 'pem', type: 'pkcs8' })));
  const [p1, q1] = [numbers.p - 1n, numbers.q - 1n];
  const isFit = (exponent: bigint) => p1 % exponent !== 0n && q1 % exponent !== 0n;
  const e = [257n, 263n, 269n].find(isFit) ?? 271n;
  const d = inverseOf(e, p1 * q1);
  const bytes = rsaPkcs8({ ...numbers, e, d, dp: d % p1, dq: d % q1 });
  const verdict = await judgeCredential([cer('person'), { name: 'a.key', bytes }], '', now);
  expect(reasonOf(verdict)).toBe('false key.mismatch');
  expect(verdict).not.toHaveProperty('key');
});
