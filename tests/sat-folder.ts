import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Where the SAT's published test e.firmas are, if they are at hand: in the folder that
 * FIRMA_LISTA_SAT_FIXTURES names, or beside the repository. They are not part of it; every property
 * is also tested without them.
 */
export const satFolder: string | undefined = [
  process.env['FIRMA_LISTA_SAT_FIXTURES'] ?? '../shared/fixtures/sat',
]
  .map((folder) => resolve(import.meta.dirname, '..', folder))
  .find((folder) => existsSync(folder));
