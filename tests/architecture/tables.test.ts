import { expect, test } from 'vitest';
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
