import { execFileSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCutZip, listZip, readZip, wholeUnpackBudget } from '../../src/certificate/index.ts';
import { crc32 } from '../../src/certificate/file/crc32.ts';
import { makeZip, type ZipPart } from './make-zip.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const file = (name: string, content: string | Uint8Array = name, rest: Partial<ZipPart> = {}) => ({
  name,
  content: typeof content === 'string' ? bytesOf(content) : content,
  ...rest,
});
const read = (...parts: ZipPart[]) => readZip(makeZip(parts));
const names = (...parts: ZipPart[]) => read(...parts).map(({ name }) => name);

describe('hostile archives', () => {
  test('a file that unpacks to more than 256 KB is left out, the next one is there', () => {
    const bomb = file('bomba.cer', new Uint8Array(64 * 1024 * 1024));
    expect(names(bomb, file('a.cer'))).toEqual(['a.cer']);
  });

  test('256 KB are taken, one octet more is not', () => {
    const limit = 256 * 1024;
    expect(names(file('si', new Uint8Array(limit)), file('no', new Uint8Array(limit + 1)))).toEqual(
      ['si'],
    );
    expect(
      names(
        file('si', new Uint8Array(limit), { stored: true }),
        file('no', new Uint8Array(limit + 1), { stored: true }),
      ),
    ).toEqual(['si']);
  });

  test('a bomb that declares a small size is left out', () => {
    const lying = file('a.cer', new Uint8Array(1024 * 1024), { size: 10 });
    expect(names(lying)).toEqual([]);
  });

  test('2 MB in all come out, and no more', () => {
    const parts = Array.from({ length: 40 }, (_, index) =>
      file(`${index}.key`, new Uint8Array(200 * 1024)),
    );
    const total = read(...parts).reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).toBe(10 * 200 * 1024);
  });

  test('a thousand bombs of 64 MB are not unpacked one after the other', () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const parts = Array.from({ length: 1000 }, (_, index) => file(`${index}`, '', { packed }));
    expect(readZip(makeZip(parts))).toEqual([]);
  });

  test('an entry of empty blocks, which cost work and yield nothing, is left out', () => {
    const emptyBlock = Uint8Array.of(0, 0, 0, 0xff, 0xff);
    const padded = (count: number) =>
      Buffer.concat([...Array.from({ length: count }, () => emptyBlock), deflateRawSync('a')]);
    expect(names(file('a.cer', 'a', { packed: padded(100) }))).toEqual(['a.cer']);
    expect(names(file('a.cer', 'a', { packed: padded(8000) }), file('b'))).toEqual(['b']);
  });

  test('incompressible files are no such entries', () => {
    const noise = crypto.getRandomValues(new Uint8Array(12_000));
    expect(names(file('a.pfx', noise), file('b.key', noise.subarray(0, 1300)))).toHaveLength(2);
  });

  test('what archives that come together may cost is shared, and small files come first', () => {
    const budget = wholeUnpackBudget();
    const large = file('a.pdf', new Uint8Array(200 * 1024), { stored: true });
    const archive = makeZip([...Array.from({ length: 150 }, (_, i) => file(`${i}.cer`)), large]);
    const counts = [1, 2, 3, 4].map(() => readZip(archive, budget).length);
    expect(counts).toEqual([151, 151, 98, 0]);
    budget.entries = 10;
    expect(readZip(archive, budget).map(({ name }) => name)).not.toContain('a.pdf');
  });

  test('entries that share octets are taken once', () => {
    expect(names(file('a.cer'), file('a.cer', 'a.cer', { at: 0 }))).toEqual(['a.cer']);
    const inside = file('b', 'b', { stored: true });
    const outer = file('a', makeZip([inside]), { stored: true });
    // The second record points to a local header that is itself content of the first entry.
    expect(names(outer, { ...inside, at: 31 })).toEqual(['a']);
  });

  test.each<[string, Partial<ZipPart>]>([
    ['a wrong checksum', { crc: 1 }],
    ['a wrong size', { size: 4 }],
    ['a packed size beyond the end', { compressedSize: 0x7fffffff }],
    ['a packed size that cuts the data', { compressedSize: 3 }],
    ['a place beyond the end', { at: 0xfffffff0 }],
    ['a place where nothing begins', { at: 3 }],
    ['another name in its local header', { localName: 'b.cer' }],
    ['an unknown method', { method: 14 }],
    ['data that is no deflate stream', { packed: Uint8Array.of(7, 255, 255, 1, 2) }],
  ])('an entry with %s is left out', (_, rest) => {
    expect(names(file('z.key'), file('a.cer', 'contenido', rest))).toEqual(['z.key']);
  });

  test('only the first 200 entries are looked at', () => {
    const parts = Array.from({ length: 300 }, (_, index) => file(`${index}.cer`));
    expect(listZip(makeZip(parts))).toHaveLength(200);
    expect(read(...parts)).toHaveLength(200);
  });

  test('cut anywhere it is known to be cut, and what is whole is there and nothing else', () => {
    const archive = makeZip([file('a.cer'), file('b.key', 'clave', { stored: true })]);
    const whole = readZip(archive);
    const [first, second] = [30 + 5 + deflateRawSync('a.cer').length, 30 + 5 + 5];
    for (let length = 0; length < archive.length; length++) {
      const cut = archive.subarray(0, length);
      const count = length < first ? 0 : length < first + second ? 1 : 2;
      expect([length, readZip(cut)]).toEqual([length, whole.slice(0, count)]);
      expect(isCutZip(cut)).toBe(true);
    }
    expect(whole).toHaveLength(2);
    expect(isCutZip(archive)).toBe(false);
  });

  test('without its directory, headers that lie yield nothing, and no more than their own octets', () => {
    const cut = (...parts: ZipPart[]) => {
      const archive = makeZip(parts);
      const length = Buffer.from(archive).indexOf('PK\u0001\u0002', 0, 'latin1');
      return readZip(archive.subarray(0, length)).map(({ name }) => name);
    };
    expect(cut(file('a.cer'), file('b.key'))).toEqual(['a.cer', 'b.key']);
    expect(cut(file('a.cer', 'a', { crc: 1 }), file('b.key'))).toEqual(['b.key']);
    expect(cut(file('a.cer', 'a', { flags: 8 }), file('b.key'))).toEqual([]);
    expect(cut(file('a.cer', 'a', { compressedSize: 0xffffffff }), file('b.key'))).toEqual([]);
    expect(cut(file('bomba', new Uint8Array(64 * 1024 * 1024)), file('b.key'))).toEqual(['b.key']);
    const many = Array.from({ length: 300 }, (_, index) => file(`${index}.cer`));
    expect(cut(...many)).toHaveLength(200);
  });

  test('no octets make what has no directory throw', () => {
    const archive = makeZip([file('a.cer', 'aaaaaaaaaaaaaaaaaaaa'), file('b.key')]).subarray(0, 90);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 6 }),
        (changes) => {
          const changed = new Uint8Array(archive);
          for (const [at, octet] of changes) changed[at] = octet;
          expect(readZip(changed).length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('no bytes make it throw, and what comes out agrees with its checksum', () => {
    const archive = makeZip([file('a.cer', 'aaaaaaaaaaaaaaaaaaaa'), file('b.key')]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 6 }),
        (changes) => {
          const changed = new Uint8Array(archive);
          for (const [at, octet] of changes) changed[at] = octet;
          for (const { bytes, isEncrypted } of readZip(changed)) {
            if (isEncrypted) expect(bytes).toHaveLength(0);
          }
          expect(listZip(changed).length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('what is inside', () => {
  test('stored and deflated files come out as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.boolean(), (content, stored) => {
        const [only] = read(file('a.cer', content, { stored }));
        expect(Buffer.from(only?.bytes ?? [])).toEqual(Buffer.from(content));
      }),
      { numRuns: 200 },
    );
  });

  test('folders, hidden files and what macOS adds are passed over; the path is not shown', () => {
    expect(
      names(
        file('mi firma/', ''),
        file('mi firma/FIEL_2024/clave.key'),
        file(String.raw`windows\c.cer`),
        file('.DS_Store'),
        file('__MACOSX/mi firma/._clave.key'),
        file('__MACOSX/clave.key'),
        file('../../e.cer'),
      ),
    ).toEqual(['clave.key', 'c.cer', 'e.cer']);
  });

  test.each([
    ['UTF-8, declared', Buffer.from('raqñ.cer'), 0x800, 'raqñ.cer'],
    ['UTF-8, not declared', Buffer.from('ÑANDÚ.cer'), 0, 'ÑANDÚ.cer'],
    ['decomposed, as macOS has it', Buffer.from('n\u0303.cer'), 0, 'ñ.cer'],
    ['code page 437 or 850', Buffer.from([0xa5, 0xa4, 0x82]), 0, 'Ññé'],
    ['code page 850', Buffer.from([0x4e, 0xe9, 0xd6]), 0, 'NÚÍ'],
    ['a character that turns the direction', Buffer.from('a\u202erec.key'), 0, 'a\ufffdrec.key'],
  ])('a name in %s', (_, rawName, flags, name) => {
    expect(names({ ...file('x'), rawName, flags })).toEqual([name]);
  });

  test('an encrypted file is told, and stays closed', () => {
    expect(read(file('a.cer', 'secreto', { flags: 1 }))).toEqual([
      { name: 'a.cer', bytes: new Uint8Array(), isEncrypted: true },
    ]);
    expect(listZip(makeZip([file('a.cer', 'secreto', { flags: 1 })]))).toEqual([
      { name: 'a.cer', size: 7, isEncrypted: true },
    ]);
  });

  test('an archive inside the archive is not opened', () => {
    const inner = makeZip([file('a.cer')]);
    expect(read(file('b.zip', inner))[0]?.bytes).toEqual(inner);
  });

  test('the archive may have a comment and may be part of a larger buffer', () => {
    const archive = makeZip([file('a.cer')], 'un comentario PK\x05');
    const larger = new Uint8Array(archive.length + 20);
    larger.set(archive, 10);
    expect(readZip(larger.subarray(10, 10 + archive.length))).toHaveLength(1);
  });

  test('what is no archive, or needs ZIP64, has nothing inside', () => {
    expect(readZip(new Uint8Array())).toEqual([]);
    expect(readZip(bytesOf('PK\x05\x06'))).toEqual([]);
    const archive = makeZip([file('a.cer')]);
    archive.fill(0xff, archive.length - 6, archive.length - 2);
    expect(readZip(archive)).toEqual([]);
  });

  test('an archive of Python is read, with data descriptors too', () => {
    const script = [
      'import sys, zipfile',
      'z = zipfile.ZipFile(sys.stdout.buffer, "w", zipfile.ZIP_DEFLATED)',
      'z.writestr("carpeta/raqñ.cer", "x" * 5000)',
      'z.writestr("h&e.key", "clave")',
      'z.close()',
    ].join('\n');
    const archive = new Uint8Array(execFileSync('python3', ['-c', script]));
    expect(readZip(archive).map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['raqñ.cer', 5000],
      ['h&e.key', 5],
    ]);
  });
});

test('the checksum is that of the standard', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
});
