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
    async finish({ portal }: Pick<RepairContext, 'portal'>, snapshot: unknown): Promise<void> {
      const there = await read(portal);
      const kept = snapshot as Cookie[] | undefined;
      await removeCookies(kept ? there.filter((cookie) => kept.some(isSameAs(cookie))) : there);
    },
    undo: (cookies: Cookie[]) => restoreCookies(cookies),
  } as const;
}

/** The same, with the same value: one that was set anew is somebody's who signed in since. */
function isSameAs(cookie: Cookie): (other: Cookie) => boolean {
  const asText = ({ name, value, domain, path, partitionKey }: Cookie): string =>
    JSON.stringify([name, value, domain, path, partitionKey?.topLevelSite]);
  const text = asText(cookie);
  return (other) => asText(other) === text;
}
