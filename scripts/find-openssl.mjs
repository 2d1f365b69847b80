// Finds OpenSSL 3 or newer. macOS ships LibreSSL under the same name, which is not enough.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { programInPath } from './find-browser.mjs';

const elsewhere = [
  '/opt/homebrew/opt/openssl@3/bin/openssl',
  '/usr/local/opt/openssl@3/bin/openssl',
  'C:/Program Files/Git/usr/bin/openssl.exe',
  'C:/Program Files/OpenSSL-Win64/bin/openssl.exe',
];

/** The path of the first OpenSSL that is recent enough, or undefined. */
export function findOpenssl() {
  return [programInPath('openssl'), ...elsewhere.filter(existsSync)].find((path) => {
    if (!path) return false;
    const { stdout } = spawnSync(path, ['version'], { encoding: 'utf8' });
    const major = /^OpenSSL (\d+)\./.exec(stdout ?? '')?.[1];
    return Number(major) >= 3;
  });
}
