import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Builds the extension into `dist/`; what vite has to say goes to the console. False when it failed.
 * @param logLevel from which vite speaks
 */
export function buildExtension(logLevel: 'warn' | 'error'): boolean {
  const vite = resolve('node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', `--logLevel=${logLevel}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // What loads these scripts says `development`, and a build would say where it was made.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return status === 0;
}
