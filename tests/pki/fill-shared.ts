/** Files that take seconds to make, made once for all test files of a run. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a run of vitest keeps them; nobody else shares. */
const folder = process.env['FIRMA_LISTA_SHARED_PKI'];

/**
 * Puts into `directory`, which is empty, what `make` puts there; or a copy of it, if it was made
 * under this name before. Two that come at the same time both make it: nobody waits for another.
 */
export async function fillShared(
  directory: string,
  name: string,
  make: () => Promise<void>,
): Promise<void> {
  if (folder === undefined) return await make();
  const shared = join(folder, name);
  if (existsSync(shared)) return await cp(shared, directory, { recursive: true });
  await make();
  await mkdir(folder, { recursive: true });
  const copy = await mkdtemp(join(folder, 'copy-'));
  await cp(directory, copy, { recursive: true });
  // A folder appears under its name whole; the second one to come keeps its copy for itself.
  await rename(copy, shared).catch(() => undefined);
}
