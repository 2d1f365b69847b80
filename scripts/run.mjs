// Node 20 runs no TypeScript: vite, which the project has anyway, loads the script named first.
import { delimiter, dirname, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { programInPath } from './find-browser.mjs';
import { findOpenssl } from './find-openssl.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) throw new Error('usage: node scripts/run.mjs <script.ts> [arguments]');

// Where `openssl` is LibreSSL (macOS) or is not in PATH (Windows), the right one goes first.
const openssl = findOpenssl();
if (openssl && openssl !== programInPath('openssl')) {
  process.env.PATH = `${dirname(openssl)}${delimiter}${process.env.PATH ?? ''}`;
}

process.argv = [process.argv[0], resolve(script), ...args];
await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
