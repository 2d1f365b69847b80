/** Writes the tables of the documents and the page of help: `node scripts/run.mjs scripts/tables.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { helpPage, helpPagePath } from './help/help-page.ts';
import { inDocument } from './tables/in-document.ts';
import { tables } from './tables/tables.ts';

for (const table of tables) {
  await writeFile(table.path, await inDocument(await readFile(table.path, 'utf8'), table));
}
await writeFile(helpPagePath, await helpPage());
