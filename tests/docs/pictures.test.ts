import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, read } from '../architecture/tree.ts';

const pages = [
  'README.md',
  'SECURITY.md',
  'PRIVACY.md',
  'CHANGELOG.md',
  ...filesUnder('docs', /\.md$/),
];
const pictures = filesUnder('docs/img');

const linked = pages.flatMap((page) =>
  [...read(page).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', target = '']) => ({
    page,
    words,
    path: join(dirname(page), target).replaceAll('\\', '/'),
  })),
);

test('every picture that a page shows is there, and described', () => {
  expect(linked.length).toBeGreaterThan(0);
  expect(linked.filter(({ path }) => !pictures.includes(path))).toEqual([]);
  expect(linked.filter(({ words }) => words.trim().length < 10)).toEqual([]);
});

test('no picture is heavy, nor empty', () => {
  const sizes = pictures.map((path) => ({ path, size: statSync(path).size }));
  expect(sizes.filter(({ size }) => size > 120_000 || size < 10_000)).toEqual([]);
});
