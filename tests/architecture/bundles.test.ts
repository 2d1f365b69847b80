import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchedPlaces } from '../../scripts/watched-places.ts';
import { filesUnder, gzipSize, mentions, read, readJson } from './tree.ts';

const kilobyte = 1024;
const scripts = filesUnder('dist', /\.js$/);
/** No page of the extension: it is read from the disk, under a policy of its own. */
const helpPage = 'dist/ayuda.html';
const pages = filesUnder('dist', /\.html$/).filter((path) => path !== helpPage);
const contentScripts = readJson<{ content_scripts: { js: string[] }[] }>(
  'dist/manifest.json',
).content_scripts.flatMap(({ js }) => js.map((path) => `dist/${path}`));

/** What never has a reason to be in a script that runs in a portal's page. */
const strangers =
  /pkijs|asn1|PKCS|pkcs|decrypt|deriveKey|deriveBits|importKey|indexedDB|argon|hash-wasm|WebAssembly|preact|valibot|webextension-polyfill|webext-core|localStorage|storage\.(?:local|session)|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|privateKey|password/gi;

/** A script without the ids of fields that it looks for: portals call theirs by such words. */
function withoutFieldNames(path: string): string {
  const names = Object.values(watchedPlaces()).flatMap(({ forms }) =>
    forms.flatMap(({ fields }) => fields),
  );
  return names.reduce((code, name) => code.replaceAll(`\`${name}\``, '``'), read(path));
}

/** The JavaScript that a page loads before it shows anything: its scripts and their static imports. */
function loadedBy(page: string): string[] {
  const tags = read(page).matchAll(/<(?:script[^>]* src|link[^>]* href)="([^"]+\.js)"/g);
  const waiting = [...tags].map(([, path = '']) =>
    path.startsWith('/') ? join('dist', path) : join(dirname(page), path),
  );
  return modulesFrom(waiting);
}

/** Modules and all that they import statically. */
function modulesFrom(entries: readonly string[]): string[] {
  const waiting = [...entries];
  const found = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const imports = read(path).matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+?from\s*)?["'`](\.[^"'`]+)["'`]/g,
    );
    for (const [, name = ''] of imports) waiting.push(join(dirname(path), name));
  }
  return [...found];
}

describe.each(contentScripts)('%s', (script) => {
  test('is at most 3 KB, gzipped', () => {
    const size = gzipSize(script);
    console.log(`${script}: ${size} bytes gzip`);
    expect(size).toBeLessThanOrEqual(3 * kilobyte);
  });

  test('carries no library, no key, no storage', () => {
    expect(mentions([script], strangers, withoutFieldNames)).toEqual([]);
  });

  test('is one self-contained file', () => {
    expect(mentions([script], /\bimport\b|\bexport\b|importScripts/, read)).toEqual([]);
  });
});

test('the popup loads at most 25 KB of JavaScript, gzipped, in few files', () => {
  const loaded = loadedBy('dist/src/popup/index.html');
  const size = gzipSize(...loaded);
  console.log(`popup: ${size} bytes gzip in ${loaded.length} files`);
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.length).toBeLessThanOrEqual(8);
  expect(size).toBeLessThanOrEqual(25 * kilobyte);
});

test('the service worker loads at most 160 KB, gzipped, and all of it at once', () => {
  const { service_worker: entry } = readJson<{ background: { service_worker: string } }>(
    'dist/manifest.json',
  ).background;
  const loaded = modulesFrom([`dist/${entry}`]);
  const size = gzipSize(...loaded);
  console.log(`service worker: ${size} bytes gzip in ${loaded.length} files`);
  expect(loaded.length).toBeGreaterThan(1);
  expect(mentions(loaded, /\bimport\(/, read)).toEqual([]);
  expect(size).toBeLessThanOrEqual(160 * kilobyte);
});

/** Libraries that the bench races against, each by a sentence of its own that minifying leaves. */
test.each([
  ['node-forge', 'node_modules/node-forge/lib/asn1.js', 'Too few bytes to parse DER'],
  ['pkijs', 'node_modules/pkijs/build/index.js', "Object's schema was not verified"],
  ['asn1js', 'node_modules/asn1js/build/index.js', 'End of input reached before message was fully'],
])('%s is nowhere in the build', (_, library, sentence) => {
  expect(read(library)).toContain(sentence);
  expect(scripts.filter((path) => read(path).includes(sentence))).toEqual([]);
});

test('pages load their code at once from the extension and from nowhere else', () => {
  expect(mentions(pages, /<script(?![^>]* src="\/)[^>]*>|<iframe|<object|\son\w+=/, read)).toEqual(
    [],
  );
  expect(mentions(scripts, /import\s*\(\s*["'`]https?:|importScripts\s*\(/, read)).toEqual([]);
});

test('no script makes code out of text', () => {
  expect(mentions(scripts, /\beval\s*\(|new Function\b|Function\s*\(\s*["'`]/, read)).toEqual([]);
});

test('HTML is never made out of text: what is left of it is what preact brings, unused', () => {
  const pattern = /\b(?:innerHTML|outerHTML|insertAdjacentHTML)\b|document\.write|DOMParser|srcdoc/;
  const preact = mentions(['node_modules/preact/dist/preact.mjs'], pattern, read);
  expect(mentions(scripts, pattern, read).length).toBeLessThanOrEqual(preact.length);
});

test('the only WebAssembly is Argon2id', () => {
  const binaries = filesUnder('dist', /\.wasm$/);
  expect(binaries.filter((path) => !path.includes('argon2'))).toEqual([]);
});

test('the build says nothing of the machine that made it', () => {
  expect(mentions(scripts, /jsxDEV|\/src\/[\w/-]+\.tsx?\b/, read)).toEqual([]);
  expect(scripts.filter((path) => read(path).includes(process.cwd()))).toEqual([]);
});

test('nothing is in the build by accident', () => {
  const expected = /\.(?:js|css|html|png)$|\/manifest\.json$|\/_locales\/es\/messages\.json$/;
  expect(filesUnder('dist').filter((path) => !expected.test(path))).toEqual([]);
});

test('the page of help loads nothing and runs nothing but its own script', () => {
  const text = read(helpPage);
  const hashes = [...text.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(
    ([, name, code = '']) =>
      `${name}-src 'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  const policy = ["default-src 'none'", ...hashes.toSorted()].join('; ');
  expect(hashes).toHaveLength(2);
  expect(text).toContain(`content="${policy}"`);
  expect(mentions([helpPage], /<(?:img|link|iframe|object|embed|base)\b|\bsrc=|\son\w+=/i)).toEqual(
    [],
  );
});
