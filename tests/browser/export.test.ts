import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstRun, openApp } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { FilePayload, ImportResult } from '../../src/messages.ts';
import { makeZip } from '../certificate/make-zip.ts';
import type { Credential } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';
import { asPem } from '../pki/pem.ts';
import { holdAt } from './hold.ts';
import { countEntries } from './page-api.ts';
import { filesOf, payload, refusalOf, tell } from './tell.ts';
import { lockNow } from './vault-inside.ts';
import { signInByBridge, signInByFill } from './vault-screens.ts';

let stage: Stage;
let app: Page;
let folder: string;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  folder = await mkdtemp(join(stage.directory, 'export-'));
  await firstRun(stage.browser);
  app = await openApp(stage.browser, 'historial');
});
afterAll(() => stage.close());

/** Keeps what was brought; the e.firma before it is gone. */
async function keepOnly(request: { files: FilePayload[]; password: string }, keepFill = true) {
  for (const { id } of await tell(app, 'listCredentials')) {
    await tell(app, 'removeCredential', { id, password: vaultPassword });
  }
  const result: ImportResult = await tell(app, 'importFiles', { ...request, keepFill });
  if (!result.card) throw new Error(`not kept: ${result.review.cause}`);
  vaultPassword = request.password;
  return result.card;
}

let vaultPassword = '';

async function written({ name, bytes }: FilePayload): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.from(bytes, 'base64'));
  return path;
}

/** The modulus of a .key, as openssl opens it. */
async function modulusOfKey(keyPath: string, password: string): Promise<string> {
  const pem = join(folder, 'opened.pem');
  const args = ['pkcs8', '-inform', 'DER', '-in', keyPath, '-passin', 'env:PASSWORD', '-out', pem];
  await openssl(args, { password });
  return await openssl(['rsa', '-in', pem, '-noout', '-modulus']);
}

async function modulusOfCer(cerPath: string): Promise<string> {
  return await openssl(['x509', '-inform', 'DER', '-in', cerPath, '-noout', '-modulus']);
}

/** What openssl finds in a .pfx: the moduli of its certificate and of its key. */
async function modulusesOfPfx(path: string, password: string): Promise<string[]> {
  const pem = join(folder, 'pfx.pem');
  const args = ['pkcs12', '-in', path, '-passin', 'env:PASSWORD', '-nodes', '-out', pem];
  await openssl([...args, '-provider', 'legacy', '-provider', 'default'], { password });
  return await Promise.all([
    openssl(['x509', '-in', pem, '-noout', '-modulus']),
    openssl(['rsa', '-in', pem, '-noout', '-modulus']),
  ]);
}

async function pfxOf({ cerPath, keyPath, password, rfc }: Credential): Promise<FilePayload> {
  const [cer, key, pfx] = ['cer.pem', 'key.pem', 'pfx'].map((end) => join(folder, `made.${end}`));
  if (!cer || !key || !pfx) throw new Error('three paths');
  await openssl(['x509', '-inform', 'DER', '-in', cerPath, '-out', cer]);
  const opening = ['pkcs8', '-inform', 'DER', '-in', keyPath, '-passin', 'env:PASSWORD'];
  await openssl([...opening, '-out', key], { password });
  const making = ['pkcs12', '-export', '-in', cer, '-inkey', key, '-out', pfx];
  await openssl([...making, '-passout', 'env:PASSWORD'], { password });
  return payload(`Mi firma ${rfc}.pfx`, new Uint8Array(await readFile(pfx)));
}

describe('a copy of an e.firma that is kept', () => {
  let id: string;
  let person: Credential;

  beforeAll(async () => {
    ({ person } = stage.pki.credentials);
    ({ id } = await keepOnly(filesOf(person)));
    await lockNow(stage.browser);
  });

  test('is not made with a wrong password, which is written down', async () => {
    const failed = await countEntries(app, 'unlock_failed');
    const request = { id, password: 'otra', form: 'cer_and_key' } as const;
    expect(await refusalOf(app, 'exportCredential', request)).toBe('wrong_vault_password');
    expect(await countEntries(app, 'unlock_failed')).toBe(failed + 1);
    expect(await countEntries(app, 'export')).toBe(0);
  });

  test('does not leave when the worker dies before it is written down', async () => {
    const kill = await holdAt(stage.browser, 'between kept answer and audit entry');
    const request = { id, password: person.password, form: 'cer_and_key' } as const;
    const leaving = tell(app, 'exportCredential', request).catch(() => 'died');
    await kill();
    expect(await leaving).toBe('died');
    expect(await countEntries(app, 'export')).toBe(0);
  });

  test('has the files as they were, octet by octet; it stays locked', async () => {
    const request = { id, password: person.password, form: 'cer_and_key' } as const;
    expect(await tell(app, 'exportCredential', request)).toEqual(filesOf(person).files);
    expect(await countEntries(app, 'export')).toBe(1);
    expect(await tell(app, 'isUnlocked')).toBe(false);
  });

  test('is a .pfx that openssl opens with the same password', async () => {
    const request = { id, password: person.password, form: 'pfx' } as const;
    const files = await tell(app, 'exportCredential', request);
    expect(files.map(({ name }) => name)).toEqual([`${person.rfc}.pfx`]);
    const modulus = await modulusOfCer(person.cerPath);
    for (const file of files) {
      const path = await written(file);
      expect(await modulusesOfPfx(path, person.password)).toEqual([modulus, modulus]);
      await expect(modulusesOfPfx(path, 'otra')).rejects.toThrow(/mac verify|password/i);
    }
    expect(await countEntries(app, 'export')).toBe(2);
  });

  test('cannot be made of what is only in memory', async () => {
    const { company } = stage.pki.credentials;
    const { card } = await tell(app, 'useFiles', filesOf(company));
    const request = { id: card?.id ?? '', password: company.password, form: 'pfx' } as const;
    expect(await refusalOf(app, 'exportCredential', request)).toBe('credential_not_found');
    await tell(app, 'lock');
  });

  test('cannot be made of files that were not kept', async () => {
    const kept = await keepOnly(filesOf(person), false);
    const request = { id: kept.id, password: person.password, form: 'cer_and_key' } as const;
    expect(await refusalOf(app, 'exportCredential', request)).toBe('fill_not_kept');
    expect(await countEntries(app, 'export')).toBe(2);
  });
});

test('Ñ stays in the names and in the password of a copy', async () => {
  const { enie } = stage.pki.credentials;
  const { id } = await keepOnly(filesOf(enie));
  const request = { id, password: enie.password, form: 'pfx' } as const;
  const [file] = await tell(app, 'exportCredential', request);
  expect(enie.rfc).toContain('Ñ');
  expect(file?.name).toBe(`${enie.rfc}.pfx`);
  const modulus = await modulusOfCer(enie.cerPath);
  const path = file && (await written(file));
  expect(await modulusesOfPfx(path ?? '', enie.password)).toEqual([modulus, modulus]);
});

test('a .key that was brought as text goes to portals as DER, under its password', async () => {
  const { company } = stage.pki.credentials;
  const [cer] = filesOf(company).files;
  const pem = asPem(company.readPrivateKey()).replaceAll('CERTIFICATE', 'ENCRYPTED PRIVATE KEY');
  const key = payload('clave.pem', new TextEncoder().encode(pem));
  const { password } = company;
  const { id } = await keepOnly({ files: cer ? [cer, key] : [], password });
  const request = { id, password, form: 'cer_and_key' } as const;
  const [, exported] = await tell(app, 'exportCredential', request);
  expect(exported?.name).toBe(`${company.rfc}.key`);
  const path = exported && (await written(exported));
  expect(await modulusOfKey(path ?? '', password)).toBe(await modulusOfCer(company.cerPath));
});

test('a ZIP says what is inside, is kept, and signs in', async () => {
  const { person } = stage.pki.credentials;
  const files = filesOf(person).files.map(({ name, bytes }) => ({
    name: `FIEL/${name}`,
    content: new Uint8Array(Buffer.from(bytes, 'base64')),
  }));
  const readme = { name: 'FIEL/leeme.txt', content: new TextEncoder().encode('Hola') };
  const zip = payload('fiel.zip', makeZip([readme, ...files]));
  const [described] = await tell(app, 'identifyFiles', [zip]);
  expect(described?.contents?.map(({ kind }) => kind)).toEqual(['certificate', 'private_key']);

  const { id } = await keepOnly({ files: [zip], password: person.password });
  const request = { id, password: person.password, form: 'cer_and_key' } as const;
  expect(await tell(app, 'exportCredential', request)).toEqual(filesOf(person).files);
  expect(await signInByBridge(stage.browser)).toMatch(`Entraste como ${person.rfc}`);
});

test('a .pfx becomes a .cer and a .key, which the portal takes', async () => {
  const { person } = stage.pki.credentials;
  const { password, rfc, cerPath } = person;
  const { id, canFill } = await keepOnly({ files: [await pfxOf(person)], password });
  expect(canFill).toBe(true);
  const request = { id, password, form: 'cer_and_key' } as const;
  const files = await tell(app, 'exportCredential', request);
  expect(files.map(({ name }) => name)).toEqual([`${rfc}.cer`, `${rfc}.key`]);
  const [cer, key] = await Promise.all(files.map(written));
  const modulus = await modulusOfCer(cerPath);
  expect(await modulusOfCer(cer ?? '')).toBe(modulus);
  expect(await modulusOfKey(key ?? '', password)).toBe(modulus);
  expect(await signInByFill(stage.browser, { password })).toMatch('Entraste');
});
