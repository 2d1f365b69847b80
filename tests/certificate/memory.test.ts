import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileFiles } from './hostile/hostile-files.ts';

interface Outcome {
  /** Octets of memory at the highest. */
  mostOctets: number;
  /** The longest that anything took of the processor, in milliseconds, and what it was. */
  most: { work: number; of: string };
  /** Files that ended in anything but a value or a FirmaError. */
  unplanned: string[];
}

const entry = 'in-process.mjs';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firma-lista-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/certificate/hostile/in-process.ts',
      target: 'node20',
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: entry } },
    },
    ssr: { noExternal: true },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What reading some files took in a process of its own, whose heap may be no larger than 100 MB. */
async function read(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<Outcome> {
  const directory = join(folder, name);
  await mkdir(directory);
  for (const [file, bytes] of files) await writeFile(join(directory, file), bytes);
  const args = ['--max-old-space-size=100', join(folder, entry), directory];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Outcome;
}

test('files made to fill the memory or the time take less than 200 MB and 2 seconds', async () => {
  const idle = await read('none', new Map());
  const busy = await read('hostile', hostileFiles());
  console.log(`the longest: ${busy.most.of}, ${Math.round(busy.most.work)} ms`);
  expect(busy.unplanned).toEqual([]);
  expect(busy.most.work).toBeLessThan(2000);
  expect(busy.mostOctets - idle.mostOctets).toBeLessThan(200 * 1024 ** 2);
}, 180_000);
