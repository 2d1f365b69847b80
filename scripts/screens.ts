/**
 * `npm run screens`: pictures of every screen in every state, light, dark and narrow, of the built
 * extension against the replica. With `--docs`, only those of the README.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { photographAll } from './screens/photograph.ts';
import { photographForDocs } from './screens/docs.ts';

const usage = 'Uso: npm run screens [-- --out CARPETA | --docs]';

function build(): boolean {
  console.log('Armando la extensión…');
  const vite = resolve('node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

function readArguments() {
  try {
    return parseArgs({
      options: { out: { type: 'string', default: 'screens' }, docs: { type: 'boolean' } },
    }).values;
  } catch {
    console.error(usage);
    process.exit(2);
  }
}

const { out, docs } = readArguments();
if (!build()) process.exit(1);
if (docs) await photographForDocs(console.log);
else process.exitCode = (await photographAll(out, console.log)) ? 0 : 1;
