import { execFile } from 'node:child_process';

/** What every call of openssl sees: no configuration of the machine may change what comes out. */
const opensslEnvironment = { ...process.env, OPENSSL_CONF: '/dev/null' };

/** The one sentence for a machine without openssl. */
function opensslIsMissing(cause: unknown): Error {
  return new Error('openssl was not found: install it first (Debian: apt-get install openssl).', {
    cause,
  });
}

/**
 * Runs the openssl command line and returns what it printed.
 * @param password reaches openssl as `env:PASSWORD` (UTF-8), never as an argument.
 * @throws Error with openssl's own words when it fails, or one clear sentence when it is missing.
 */
export function openssl(
  args: readonly string[],
  options: { cwd?: string; password?: string } = {},
): Promise<string> {
  const { cwd, password } = options;
  const env = password === undefined ? opensslEnvironment : withPassword(password);
  return new Promise((resolve, reject) => {
    execFile('openssl', [...args], { cwd, env }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === 'ENOENT') reject(opensslIsMissing(error));
      else reject(new Error(`openssl ${args[0]} failed: ${stderr || error.message}`));
    });
  });
}

function withPassword(password: string): NodeJS.ProcessEnv {
  return { ...opensslEnvironment, PASSWORD: password };
}
