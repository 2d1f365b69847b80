import { expect, test } from 'vitest';
import { filesUnder, read } from './tree.ts';

const documents = [
  ...['README.md', 'SECURITY.md', 'PRIVACY.md', 'CHANGELOG.md'],
  ...filesUnder('docs', /\.md$/),
];
const files = ['src', 'scripts', 'replica', 'tests', 'docs'].flatMap((folder) =>
  filesUnder(folder),
);

/** A file or a folder; `*` and `<layer>` stand for any part of a name. */
function isThere(name: string): boolean {
  const path = name.replaceAll('.', '\\.').replaceAll(/\*|<\w+>/g, '[^/]+');
  const pattern = new RegExp(`^${path.replace(/\/$/, '')}(?:/|$)`);
  return files.some((file) => pattern.test(file));
}

test.each(documents)('every file of ours that %s names is there', (document) => {
  const named = [...read(document).matchAll(/`((?:src|scripts|replica|tests|docs)\/[^\s`]*)`/g)];
  expect(named.map(([, name = '']) => name).filter((name) => !isThere(name))).toEqual([]);
});

test('what PRIVACY.md says in one language it says in the other, row by row', () => {
  const tables = [...read('PRIVACY.md').matchAll(/(?:^\|.*\n)+/gm)].map(
    ([table]) => table.split('\n').length,
  );
  expect(tables).toHaveLength(4);
  const [kept, permissions, ...english] = tables;
  expect(english).toEqual([kept, permissions]);
});
