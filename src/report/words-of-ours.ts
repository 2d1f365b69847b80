import type { Say } from './sources.ts';

const shape = /^[a-z][\w.-]{0,60}$/i;

/**
 * An id of ours: one that the locale has a sentence for, under `<family>_<id>`. Any other text is
 * none, whatever it says.
 */
export function knownId(say: Say, family: string, id: unknown, ending = ''): string | undefined {
  if (typeof id !== 'string' || !shape.test(id)) return undefined;
  return say(`${family}_${id.replaceAll(/[.-]/g, '_')}${ending}`) === '' ? undefined : id;
}
