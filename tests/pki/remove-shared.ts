import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';

/** After the last test of a run, its shared keys go. */
export default function setup({ config }: TestProject): () => Promise<void> {
  const { FIRMA_LISTA_SHARED_PKI: folder } = config.env as Record<string, string | undefined>;
  return async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
}
