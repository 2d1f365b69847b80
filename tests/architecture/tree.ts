import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Paths of the files under a folder, with `/`, sorted. A folder that is not there has none. */
export function filesUnder(folder: string, extensions = /./): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .toSorted((a, b) => a.localeCompare(b, 'en'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export function read(path: string): string {
  return readFileSync(path, 'utf8');
}

export function readJson<T>(path: string): T {
  return JSON.parse(read(path)) as T;
}

export function gzipSize(...paths: string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

/** The code of a file without its comments: links and words in them bind nobody. */
export function codeOfFile(path: string): string {
  return read(path).replaceAll(/(?<=^|[\s;{}(,])(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '');
}

/** The lines between `<!-- name -->` and `<!-- /name -->` of a page. */
export function section(path: string, name: string): string {
  const text = read(path);
  const found = new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- /${name} -->`).exec(text)?.[1];
  if (found === undefined) throw new Error(`${path} has no <!-- ${name} --> section`);
  return found;
}

/** Every place where a pattern is found, as `path: what`. */
export function mentions(paths: readonly string[], pattern: RegExp, text = codeOfFile): string[] {
  return paths.flatMap((path) =>
    [...text(path).matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))].map(
      ([what]) => `${path}: ${what.trim()}`,
    ),
  );
}

export const sources = filesUnder('src', /\.tsx?$/);
export const ours = [
  ...sources,
  ...filesUnder('replica', /\.(ts|js|mjs)$/),
  ...filesUnder('scripts', /\.(ts|mjs)$/),
  ...filesUnder('tests', /\.tsx?$/),
  ...filesUnder('bench', /\.ts$/),
];
