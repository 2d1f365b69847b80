import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openssl } from '../pki/openssl.ts';

/** What openssl needs for the ciphers of old. */
export const legacy = ['-provider', 'legacy', '-provider', 'default'];

export interface KeyFiles {
  /** PEM of an RSA key of 2,048 bits, in clear. */
  plainPath: string;
  /** Runs openssl, which writes a file, and reads that. */
  make(args: readonly string[], password?: string): Promise<Uint8Array>;
  /** The key, as `openssl pkcs8 -topk8` enciphers it under a password of any octets. */
  encipher(args: readonly string[], password: Uint8Array | string): Promise<Uint8Array>;
}

/** One key for a test file, made before its tests, and what openssl makes of it. */
export function useKeyFiles(): KeyFiles {
  let directory = '';
  let made = 0;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'firma-lista-'));
    await openssl(['genrsa', '-out', join(directory, 'plain.pem'), '2048']);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  const make = async (args: readonly string[], password?: string) => {
    const path = join(directory, `${++made}.made`);
    await openssl([...args, '-out', path], password === undefined ? {} : { password });
    return new Uint8Array(await readFile(path));
  };
  const plainPath = () => join(directory, 'plain.pem');
  return {
    get plainPath() {
      return plainPath();
    },
    make,
    encipher: async (args, password) => {
      const file = join(directory, `${++made}.password`);
      await writeFile(file, password);
      const input = ['pkcs8', '-topk8', '-in', plainPath(), '-outform', 'DER'];
      return await make([...input, ...args, '-passout', `file:${file}`]);
    },
  };
}
