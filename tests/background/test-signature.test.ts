import { expect, test } from 'vitest';
import { signsFor } from '../../src/background/test-signature.ts';
import { FirmaError } from '../../src/errors.ts';
import { openPrivateKey, readCertificate } from '../../src/certificate/index.ts';
import type { Credential } from '../pki/index.ts';
import { usePki } from '../certificate/pki.ts';

const pki = usePki();
const bytes = new TextEncoder().encode('Prueba de Firma Lista.');

const certificateOf = (credential: Credential) => readCertificate(credential.readCertificate());
const keyOf = (credential: Credential) =>
  openPrivateKey(credential.readPrivateKey(), credential.password);

test('a key that is another’s does not sign for a certificate', async () => {
  const { person, enie } = pki().credentials;
  expect(await signsFor(certificateOf(person), await keyOf(enie), bytes)).toBe(false);
});

test('a modulus that only says to be the same is found out by the signature', async () => {
  const { person, enie } = pki().credentials;
  const forged = { ...certificateOf(person), modulus: (await keyOf(enie)).modulus };
  expect(await signsFor(forged, await keyOf(enie), bytes)).toBe(false);
});

test('a signature that verifies is not enough where the moduli differ', async () => {
  const { person, enie } = pki().credentials;
  const forged = { ...certificateOf(person), modulus: certificateOf(enie).modulus };
  expect(await signsFor(forged, await keyOf(person), bytes)).toBe(false);
});

test('a public key that the browser does not take verifies nothing', async () => {
  const { person } = pki().credentials;
  const own = certificateOf(person);
  const cut = { ...own, subjectPublicKeyInfo: own.subjectPublicKeyInfo.slice(0, 40) };
  expect(await signsFor(cut, await keyOf(person), bytes)).toBe(false);
});

test('a private key that the browser does not take signs nothing; any other fault is no answer', async () => {
  const { person } = pki().credentials;
  const [own, opened] = [certificateOf(person), await keyOf(person)];
  const failing = (fault: Error) => ({ ...opened, key: () => Promise.reject(fault) });
  expect(await signsFor(own, failing(new FirmaError('unsupported_key')), bytes)).toBe(false);
  await expect(signsFor(own, failing(new Error('odd')), bytes)).rejects.toThrow('odd');
});

test('every key signs for its own certificate', async () => {
  const { person, personAes, company, enie, ampersand } = pki().credentials;
  for (const credential of [person, personAes, company, enie, ampersand]) {
    expect(await signsFor(certificateOf(credential), await keyOf(credential), bytes)).toBe(true);
  }
});
