import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { releasesPath, releaseTable } from '../../scripts/release-table.ts';

test('the committed release dates are those of the pinned compatibility data', async () => {
  expect(await readFile(releasesPath, 'utf8')).toBe(await releaseTable());
});
