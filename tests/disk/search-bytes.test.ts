import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Search } from '../browser/search-bytes.ts';

/** Bytes that look like chance and are the same in every run. */
function bytesOf(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(`${seed} ${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

const secret = bytesOf('secret', 128);
const search = new Search([{ name: 'secret', bytes: secret }]);

/** Where chance would be found if the search saw things. */
const noise = bytesOf('noise', 5000);
const hay = Buffer.concat([noise, Buffer.from(noise.toString('hex') + noise.toString('base64'))]);

function plant(written: Buffer, offset: number): Buffer {
  return Buffer.concat([hay.subarray(0, offset), written, hay.subarray(offset)]);
}

const forms: [form: string, write: (bytes: Buffer) => Buffer][] = [
  ['raw', (bytes) => bytes],
  ['hex', (bytes) => Buffer.from(bytes.toString('hex'))],
  ['HEX', (bytes) => Buffer.from(bytes.toString('hex').toUpperCase())],
  ['base64', (bytes) => Buffer.from(bytes.toString('base64'))],
  ['base64url', (bytes) => Buffer.from(bytes.toString('base64url'))],
  ['hex in UTF-16', (bytes) => Buffer.from(bytes.toString('hex'), 'utf16le')],
  ['base64 in UTF-16', (bytes) => Buffer.from(bytes.toString('base64'), 'utf16le')],
];

describe.each(forms)('%s', (form, write) => {
  test('the whole secret is found at any offset', () => {
    for (const offset of [0, 1, 2, 3, 4, 5, 6, 7, 4096, hay.length]) {
      const [hit] = search.in(plant(write(secret), offset), 'a file');
      expect(hit).toMatchObject({ needle: 'secret', file: 'a file', offset });
    }
  });

  test('a piece of it is found, after whatever else was written with it', () => {
    for (const before of [0, 1, 2, 3]) {
      for (const start of [0, 1, 2, 50, 110]) {
        const piece = secret.subarray(start, start + 18);
        const written = write(Buffer.concat([bytesOf('before', before), piece, noise]));
        const found = search.in(plant(written, 1000), 'a file').map((hit) => hit.form);
        // Most pieces look the same in both alphabets of base64.
        const names = [form, form.replace('url', '')];
        expect(names, `${start} after ${before}`).toContain(found[0]);
      }
    }
  });
});

test('the characters that only one alphabet of base64 has are known', () => {
  const bytes = Buffer.alloc(30, Buffer.of(0xfb, 0xef, 0xbf));
  const both = new Search([{ name: 'secret', bytes }]);
  for (const form of ['base64', 'base64url'] as const) {
    const written = Buffer.from(bytes.toString(form));
    expect(both.in(plant(written, 10), 'a file')).toMatchObject([{ form, offset: 10 }]);
  }
});

test('nothing is found where nothing is', () => {
  expect(search.in(hay, 'hay')).toEqual([]);
  expect(search.in(secret.subarray(0, 7), 'seven bytes')).toEqual([]);
  expect(search.in(secret.toReversed(), 'backwards')).toEqual([]);
});

test('eight bytes are enough, at the very end too', () => {
  expect(search.in(secret.subarray(120), 'eight bytes')).toHaveLength(1);
  const last = Buffer.concat([noise, secret.subarray(40, 48)]);
  expect(search.in(last, 'the last eight')).toMatchObject([{ offset: noise.length }]);
});

test('what is common is let through, also around a secret', () => {
  const header = bytesOf('header', 40);
  const key = Buffer.concat([header, secret]);
  const careful = new Search([{ name: 'key', bytes: key }], [header]);
  for (const [, write] of forms) {
    expect(careful.in(plant(write(header), 500), 'header')).toEqual([]);
    expect(careful.in(plant(write(key), 500), 'key')).not.toEqual([]);
  }
});

test('a text in UTF-16 is a needle of its own', () => {
  const word = Buffer.from('contraseña muy larga', 'utf16le');
  const wide = new Search([{ name: 'word', bytes: word }]);
  expect(wide.in(plant(word, 77), 'wide')).toMatchObject([{ form: 'raw', offset: 77 }]);
});

test('a needle that has no whole window is refused', () => {
  expect(() => new Search([{ name: 'short', bytes: secret.subarray(0, 8) }])).toThrow(RangeError);
});

test('every file of a folder is searched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'firma-lista-search-'));
  try {
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    await writeFile(join(folder, 'a', 'b', 'deep'), plant(secret, 9));
    await writeFile(join(folder, 'a', 'empty'), '');
    await writeFile(join(folder, 'other'), hay);
    expect(await search.inFolder(folder)).toEqual([
      { needle: 'secret', form: 'raw', file: join('a', 'b', 'deep'), offset: 9 },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
