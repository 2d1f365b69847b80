import { expect, test } from 'vitest';
import { helpPage, helpPagePath } from '../../scripts/help/help-page.ts';
import { inDocument } from '../../scripts/tables/in-document.ts';
import { tables } from '../../scripts/tables/tables.ts';
import { read } from './tree.ts';

test.each(tables)(
  'the table of $name in $path says what the lists and the locale say',
  async (table) => {
    const text = read(table.path);
    expect(await inDocument(text, table)).toBe(text);
  },
);

test('the page of help says what the lists and the locale say, in the installed folder too', async () => {
  expect(read(helpPagePath)).toBe(await helpPage());
  expect(read('dist/ayuda.html')).toBe(read(helpPagePath));
});
