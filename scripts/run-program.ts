/** The programs of the packages that judge the code. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const programs = {
  prettier: 'prettier/bin/prettier.cjs',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
} as const;

/** Runs one of them by this very Node; whether it ended well. */
export function run(
  program: keyof typeof programs,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const path = resolve('node_modules', programs[program]);
  const running = spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((done, fail) => {
    running.on('error', fail);
    running.on('close', (status) => done(status === 0));
  });
}
