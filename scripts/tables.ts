/** Writes the tables of the documents: `node scripts/run.mjs scripts/tables.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { inDocument } from './tables/in-document.ts';
import { tables } from './tables/tables.ts';

for (const table of tables) {
  await writeFile(table.path, await inDocument(await readFile(table.path, 'utf8'), table));
}
