/**
 * Looks for any piece of some secrets in files, in every form in which programs write bytes: raw,
 * hexadecimal in both cases, and base64 in both alphabets and at every alignment; the texts also in
 * UTF-16. A piece is a window of 8 bytes of the secret (9 for base64) at whatever offset.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface Needle {
  name: string;
  bytes: Uint8Array;
}

export interface Hit {
  needle: string;
  form: string;
  file: string;
  offset: number;
}

/** A way of writing bytes: every text that holds all windows, and how long a window of it is. */
interface Form {
  name: string;
  window: number;
  write: (bytes: Buffer) => Buffer[];
}

const rawWindow = 8;
const hexWindow = 2 * rawWindow;
/** Nine bytes: whole groups of four characters depend on nothing else. */
const base64Window = 12;

const texts: { name: string; window: number; write: (bytes: Buffer) => string[] }[] = [
  { name: 'hex', window: hexWindow, write: (bytes) => [bytes.toString('hex')] },
  { name: 'HEX', window: hexWindow, write: (bytes) => [bytes.toString('hex').toUpperCase()] },
  { name: 'base64', window: base64Window, write: (bytes) => aligned(bytes, 'base64') },
  { name: 'base64url', window: base64Window, write: (bytes) => aligned(bytes, 'base64url') },
];

const forms: Form[] = [
  { name: 'raw', window: rawWindow, write: (bytes) => [bytes] },
  ...texts.map(({ name, window, write }): Form => ({
    name,
    window,
    write: (bytes) => write(bytes).map((text) => Buffer.from(text, 'latin1')),
  })),
  ...texts.map(({ name, window, write }): Form => ({
    name: `${name} in UTF-16`,
    window: 2 * window,
    write: (bytes) => write(bytes).map((text) => Buffer.from(text, 'utf16le')),
  })),
];

/**
 * The three texts that base64 makes of the same bytes, by what stands before them; without the
 * characters that depend on what comes after.
 */
function aligned(bytes: Buffer, encoding: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((skipped) => {
    const rest = bytes.subarray(skipped);
    return rest.toString(encoding).slice(0, Math.floor((rest.length * 8) / 6));
  });
}

interface Window {
  needle: string;
  form: string;
  bytes: Buffer;
}

/** Every window of some needles, by its first four bytes. */
export class Search {
  #windows = new Map<number, Window[]>();
  /** One bit for each hash of four bytes: nearly every offset of a file ends here. */
  #filter = new Uint8Array(2 ** 19);

  /** `common`: what may be there, such as the headers that all private keys share. */
  constructor(needles: readonly Needle[], common: readonly Uint8Array[] = []) {
    const known = new Set<string>();
    for (const bytes of common) {
      for (const window of windowsOf({ name: '', bytes })) known.add(idOf(window));
    }
    for (const needle of needles) {
      if (needle.bytes.length < base64Window) throw new RangeError(`${needle.name} is too short.`);
      for (const window of windowsOf(needle)) {
        const id = idOf(window);
        if (known.has(id)) continue;
        known.add(id);
        this.#add(window);
      }
    }
  }

  #add(window: Window): void {
    const start = window.bytes.readUInt32LE(0);
    const same = this.#windows.get(start);
    if (same) same.push(window);
    else this.#windows.set(start, [window]);
    const bit = bitOf(start);
    this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  /** The first place of each needle in each form. */
  in(bytes: Uint8Array, file: string): Hit[] {
    const hits = new Map<string, Hit>();
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let start = 0;
    for (let end = 0; end < buffer.length; end++) {
      start = (start >>> 8) | ((buffer[end] ?? 0) << 24);
      const bit = bitOf(start >>> 0);
      if (((this.#filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
      const offset = end - 3;
      for (const { needle, form, bytes: window } of this.#windows.get(start >>> 0) ?? []) {
        const key = `${needle} ${form}`;
        const isThere = buffer.subarray(offset, offset + window.length).equals(window);
        if (isThere && !hits.has(key)) hits.set(key, { needle, form, file, offset });
      }
    }
    return [...hits.values()];
  }

  /** Every file of a folder and of the folders in it. */
  async inFolder(folder: string): Promise<Hit[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const hits: Hit[] = [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      hits.push(...this.in(await readFile(path), relative(folder, path)));
    }
    return hits;
  }
}

function* windowsOf({ name: needle, bytes }: Needle): Generator<Window> {
  for (const { name: form, window, write } of forms) {
    const step = form.endsWith('UTF-16') ? 2 : 1;
    for (const written of write(Buffer.from(bytes))) {
      for (let offset = 0; offset + window <= written.length; offset += step) {
        yield { needle, form, bytes: written.subarray(offset, offset + window) };
      }
    }
  }
}

function idOf({ bytes }: Window): string {
  return bytes.toString('latin1');
}

/** A place among the 2²² of the filter. */
function bitOf(start: number): number {
  return Math.imul(start, 0x9e3779b1) >>> 10;
}
