/** Writes the release dates of Chrome and Edge: `node scripts/run.mjs scripts/releases.ts`. */
import { writeFile } from 'node:fs/promises';
import { releasesPath, releaseTable } from './release-table.ts';

await writeFile(releasesPath, await releaseTable());
console.log(releasesPath);
