import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { instrument } from './instrument.ts';

const noChance = resolve(import.meta.dirname, 'no-chance.ts');

/** Puts switches into these source files as they are loaded; the files stay as they are. */
export function withSwitches(files: readonly string[]): Plugin {
  return {
    name: 'switches',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'fast-check' && importer !== noChance ? noChance : undefined,
    transform(source, id) {
      const file = relative('', id).replaceAll('\\', '/');
      return files.includes(file) ? { code: instrument(file, source), map: null } : undefined;
    },
  };
}
