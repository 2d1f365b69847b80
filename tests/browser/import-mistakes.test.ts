import { mkdtemp, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageKey } from '../../src/i18n.ts';
import { bring, firstRun, keep, openApp } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { makeZip } from '../certificate/make-zip.ts';
import { openssl } from '../pki/openssl.ts';
import { inMemory, nothingStored, stored } from './vault-inside.ts';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  folder = await mkdtemp(join(stage.directory, 'mistakes-'));
  await firstRun(stage.browser);
});
afterAll(() => stage.close());

interface Brought {
  paths: string[];
  password: string;
}

interface Mistake {
  name: string;
  bring: () => Promise<Brought> | Brought;
  cause: string;
  sentence: MessageKey;
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const person = () => stage.pki.credentials.person;

/** The person's .key and password, with something else in the place of the .cer. */
async function insteadOfCer(name: string, content: string | Uint8Array): Promise<Brought> {
  return { paths: [await written(name, content), person().keyPath], password: person().password };
}

async function hugeFile(): Promise<string> {
  const path = join(folder, 'enorme.cer');
  const file = await open(path, 'w');
  await file.truncate(50 * 1024 ** 2);
  await file.close();
  return path;
}

async function request(): Promise<string> {
  const path = join(folder, 'Requerimiento.req');
  await openssl(
    ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', join(folder, 'req.pem')].concat([
      '-subj',
      '/CN=XIMENA PRUEBA LISTA',
      '-outform',
      'DER',
      '-out',
      path,
    ]),
  );
  return path;
}

const letter = { name: 'carta.txt', content: Buffer.from('Comprar pan.') };

const mistakes: Mistake[] = [
  {
    name: 'a text in the place of the certificate',
    bring: () => insteadOfCer('carta.txt', 'Estimada Ximena: adjunto tu certificado.'),
    cause: 'cert.wrong_file',
    sentence: 'cause_cert_wrong_file_text',
  },
  {
    name: 'a page of the internet saved as .cer',
    bring: () => insteadOfCer('descarga.cer', '<!doctype html><title>Sesión vencida</title>'),
    cause: 'cert.corrupt',
    sentence: 'cause_cert_corrupt_html',
  },
  {
    name: 'a ZIP named .cer',
    bring: () => insteadOfCer('todo.cer', makeZip([letter])),
    cause: 'cert.corrupt',
    sentence: 'cause_cert_corrupt_zip',
  },
  {
    name: 'a ZIP that was cut off',
    bring: () => insteadOfCer('todo.zip', makeZip([letter]).subarray(0, 20)),
    cause: 'cert.corrupt',
    sentence: 'cause_cert_corrupt_zip_truncated',
  },
  {
    name: 'an empty .cer',
    bring: () => insteadOfCer('vacio.cer', ''),
    cause: 'cert.corrupt',
    sentence: 'cause_cert_corrupt_empty_file',
  },
  {
    name: 'a .cer that was cut',
    bring: () => insteadOfCer('cortado.cer', person().readCertificate().subarray(0, 700)),
    cause: 'cert.corrupt',
    sentence: 'cause_cert_corrupt_truncated',
  },
  {
    name: 'a .req',
    bring: async () => ({
      paths: [await request(), person().keyPath],
      password: person().password,
    }),
    cause: 'cert.wrong_file',
    sentence: 'cause_cert_wrong_file_certificate_request',
  },
  {
    name: 'files of two e.firmas',
    bring: () => {
      const { keyPath, password } = stage.pki.credentials.personAes;
      return { paths: [person().cerPath, keyPath], password };
    },
    cause: 'key.mismatch',
    sentence: 'cause_key_mismatch',
  },
  {
    name: 'a wrong password',
    bring: () => ({ paths: [person().cerPath, person().keyPath], password: 'otra distinta' }),
    cause: 'pwd.wrong',
    sentence: 'cause_pwd_wrong',
  },
  {
    name: 'no password',
    bring: () => ({ paths: [person().cerPath, person().keyPath], password: '' }),
    cause: 'pwd.wrong',
    sentence: 'cause_pwd_wrong_empty_password',
  },
  {
    name: 'a CSD',
    bring: () => {
      const { cerPath, keyPath, password } = stage.pki.credentials.csd;
      return { paths: [cerPath, keyPath], password };
    },
    cause: 'cert.is_csd',
    sentence: 'cause_cert_is_csd',
  },
  {
    name: 'a file of 50 MB',
    bring: async () => ({ paths: [await hugeFile()], password: person().password }),
    cause: 'cert.wrong_file',
    sentence: 'cause_cert_wrong_file_too_large',
  },
  {
    name: 'two .cer and no .key',
    bring: () => ({
      paths: [person().cerPath, stage.pki.credentials.enie.cerPath],
      password: person().password,
    }),
    cause: 'key.missing',
    sentence: 'cause_key_missing_two_certificates',
  },
  {
    name: 'only the .cer',
    bring: () => ({ paths: [person().cerPath], password: person().password }),
    cause: 'key.missing',
    sentence: 'cause_key_missing',
  },
  {
    name: 'only the .key',
    bring: () => ({ paths: [person().keyPath], password: person().password }),
    cause: 'cert.wrong_file',
    sentence: 'cause_cert_wrong_file_no_certificate',
  },
];

async function whatIsTyped(app: Page): Promise<{ files: number; password: string }> {
  return {
    files: await app.locator('[data-field=file]').count(),
    password: await app.getByLabel(say('password_key'), { exact: true }).inputValue(),
  };
}

async function listed(app: Page): Promise<string[]> {
  return await app.locator('[data-field=credentials] [data-field=rfc]').allInnerTexts();
}

async function makeMistake(
  mistake: Mistake,
  action: 'save' | 'use',
  kept: string[],
  look?: (app: Page) => Promise<unknown>,
) {
  const { paths, password } = await mistake.bring();
  const app = await openApp(stage.browser, 'certificados');
  await expect.poll(() => listed(app), { timeout: 10_000 }).toEqual(kept);
  const outcome = await bring(app, paths, password, action);
  expect(outcome).toMatchObject({ kind: 'rejected', cause: mistake.cause });
  const told = app.locator('[data-outcome] [role=alert]');
  expect(await told.innerText()).toContain(say(mistake.sentence));
  expect(await told.locator(':focus').innerText()).toBe(say(mistake.sentence));
  const small = [mistake.cause, ...(await told.locator('[data-field=detail]').allInnerTexts())];
  expect(['cause', ...small].join('_').replaceAll('.', '_')).toBe(mistake.sentence);
  expect(await whatIsTyped(app)).toEqual({ files: paths.length, password });
  expect(await listed(app)).toEqual(kept);
  await look?.(app);
  await app.close();
}

test('every mistake has a sentence of its own', () => {
  const sentences = mistakes.map(({ sentence }) => say(sentence));
  expect(new Set(sentences).size).toBe(mistakes.length);
});

/** Memory besides why the last files were refused, of which only the cause may be there. */
async function otherMemory(): Promise<Record<string, unknown>> {
  const { 'refused-files:last': refused, ...memory } = await inMemory(stage.browser);
  expect(Object.keys(refused ?? {}).toSorted()).toEqual(refused ? ['at', 'cause'] : []);
  return memory;
}

describe('on a new computer nothing but the cause is stored after', () => {
  test.each(mistakes)('$name', async (mistake) => {
    await makeMistake(mistake, 'save', []);
    expect(await stored(stage.browser)).toEqual(nothingStored);
    expect(await otherMemory()).toEqual({});
  });
});

test('a file of 50 MB is never read', async () => {
  const app = await openApp(stage.browser, 'certificados');
  await app.evaluate(() => {
    const read: number[] = [];
    const original = Reflect.get(FileReader.prototype, 'readAsDataURL');
    FileReader.prototype.readAsDataURL = function (blob: Blob) {
      read.push(blob.size);
      original.call(this, blob);
    };
    Object.assign(globalThis, { read });
  });
  await bring(app, [await hugeFile(), person().keyPath], person().password, 'save');
  const read = await app.evaluate(() => (globalThis as unknown as { read: number[] }).read);
  expect(read).toEqual([person().readPrivateKey().length]);
  await app.close();
});

describe('with an e.firma kept, it stays as it was after', () => {
  beforeAll(() => keep(stage.browser, person()));

  const some = mistakes.filter(({ cause }) => /mismatch|is_csd/.test(cause));
  test.each(some)('$name', async (mistake) => {
    const before = [await stored(stage.browser), await otherMemory()];
    await makeMistake(mistake, 'save', [person().rfc]);
    await makeMistake(mistake, 'use', [person().rfc]);
    expect([await stored(stage.browser), await otherMemory()]).toEqual(before);
  });

  test('its .key beside the .cer of another: whose it is', async () => {
    const { cerPath } = stage.pki.credentials.personAes;
    const { keyPath, password, rfc } = person();
    const mixed: Mistake = {
      name: 'a .key that is at home here',
      bring: () => ({ paths: [cerPath, keyPath], password }),
      cause: 'key.mismatch',
      sentence: 'cause_key_mismatch_another_holder',
    };
    await makeMistake(mixed, 'save', [rfc], async (app) => {
      expect(await app.locator('[data-outcome] [data-field=belongs-to]').innerText()).toContain(
        rfc,
      );
    });
  });
});
