/**
 * `npm run screens`: pictures of every screen in every state, light, dark and narrow, of the built
 * extension against the replica. With `--docs`, only those of the README.
 */
import { parseArgs } from 'node:util';
import { buildExtension } from './build.ts';
import { photographAll } from './screens/photograph.ts';
import { photographForDocs } from './screens/docs.ts';

const usage = 'Uso: npm run screens [-- --out CARPETA | --docs]';

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
console.log('Armando la extensión…');
if (!buildExtension('error')) process.exit(1);
if (docs) await photographForDocs(console.log);
else process.exitCode = (await photographAll(out, console.log)) ? 0 : 1;
