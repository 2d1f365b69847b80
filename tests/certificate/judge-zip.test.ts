import { expect, test } from 'vitest';
import {
  judgeCredential,
  type CredentialFile,
  type CredentialVerdict,
} from '../../src/certificate/index.ts';
import { makeZip } from './make-zip.ts';
import { now, usePki } from './pki.ts';

const pki = usePki();
const person = () => pki().credentials.person;
const cer = (): CredentialFile => ({ name: 'a.cer', bytes: person().readCertificate() });
const key = (): CredentialFile => ({ name: 'a.key', bytes: person().readPrivateKey() });
const zipOf = (...files: CredentialFile[]) =>
  makeZip(files.map(({ name, bytes }) => ({ name, content: bytes })));
const directoryOf = (archive: Uint8Array) =>
  Buffer.from(archive).indexOf('PK\u0001\u0002', 0, 'latin1');

/** The verdict on the first octets of an archive, and files besides it. */
async function judgeCut(archive: Uint8Array, length: number, ...besides: CredentialFile[]) {
  const file = { name: 'firma.zip', bytes: archive.subarray(0, length) };
  return await judgeCredential([file, ...besides], person().password, now);
}

const reasonOf = ({ ok, cause, detail }: CredentialVerdict) =>
  [ok, cause, detail].filter((part) => part !== undefined).join(' ');

test('a ZIP that was cut before both halves were whole is named as such', async () => {
  for (const archive of [zipOf(cer(), key()), zipOf(key(), cer())]) {
    for (let length = 40; length < directoryOf(archive); length += 97) {
      const verdict = await judgeCut(archive, length);
      expect([length, reasonOf(verdict)]).toEqual([length, 'false cert.corrupt zip_truncated']);
      expect(verdict).not.toHaveProperty('key');
    }
  }
});

test('a ZIP that only lost its end costs nobody a cause', async () => {
  const archive = zipOf(key(), cer());
  for (let length = directoryOf(archive); length < archive.length; length += 13) {
    const verdict = await judgeCut(archive, length);
    expect([length, reasonOf(verdict)]).toEqual([length, 'true']);
    expect(verdict.findings.filter(({ status }) => status === 'fail')).toEqual([]);
  }
});

test('the half that the cut took away is named, the one beside the ZIP is not', async () => {
  const ofKey = zipOf(key());
  const withoutKey = await judgeCut(ofKey, directoryOf(ofKey) - 500, cer());
  expect(reasonOf(withoutKey)).toBe('false key.corrupt zip_truncated');
  const withoutCertificate = await judgeCut(zipOf(cer()), 300, key());
  expect(reasonOf(withoutCertificate)).toBe('false cert.corrupt zip_truncated');
});

test('what is whole in a ZIP that was cut goes with what is beside it', async () => {
  const ofKey = zipOf(key(), { name: 'acuse.pdf', bytes: new Uint8Array(9000) });
  expect(reasonOf(await judgeCut(ofKey, directoryOf(ofKey) - 4, cer()))).toBe('true');
});
