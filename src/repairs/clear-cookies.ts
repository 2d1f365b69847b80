import type { Cookie } from '../evidence/portal-cookies.ts';
import { removeCookies, restoreCookies } from './cookie-changes.ts';
import { namesOf, previewCookies } from './preview-cookies.ts';
import type { RepairContext, Repaired } from './repair.ts';

/** All of a repair that removes the cookies that `read` finds, but for its id. */
export function clearCookies(read: (portal: RepairContext['portal']) => Promise<Cookie[]>) {
  return {
    kind: 'automatic',
    undoMinutes: 30,
    preview: async ({ portal }: RepairContext) => previewCookies(await read(portal)),
    async prepare({ portal }: RepairContext): Promise<Repaired> {
      const cookies = await read(portal);
      return { names: namesOf(cookies), snapshot: cookies };
    },
    async run(_context: RepairContext, cookies: Cookie[]): Promise<Repaired> {
      await removeCookies(cookies);
      return { names: namesOf(cookies), snapshot: cookies };
    },
    finish: async ({ portal }: Pick<RepairContext, 'portal'>) => removeCookies(await read(portal)),
    undo: (cookies: Cookie[]) => restoreCookies(cookies),
  } as const;
}
