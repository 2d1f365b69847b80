import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { Contest, Material } from './contest.ts';
import { textOf } from './material-text.ts';

/**
 * Runs the tasks in a Node of their own, bundled as they are for the browser: loaded one by one, as
 * this script is, modules pay for each call from one to another. In: a folder for the bundle.
 */
export async function benchInNode(material: Material, folder: string): Promise<Contest[]> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'bench/in-process.ts',
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'in-process.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(folder, 'in-process.mjs'),
    JSON.stringify(textOf(material)),
  ]);
  return JSON.parse(stdout) as Contest[];
}
