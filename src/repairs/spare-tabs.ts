/** Which tabs of a portal can go, and what opens them again. Pure. */
import { addressOf, type Portal } from '../portals/index.ts';

/** What the browser says of a tab; without an address where it does not let us see it. */
export interface SeenTab {
  id?: number | undefined;
  url?: string | undefined;
  pinned: boolean;
  lastAccessed?: number | undefined;
}

type Known<Tab> = Tab & { id: number; url: string };

/**
 * Those of the exact host that are not the one the person uses: the one that was named, else the one
 * that was looked at last. Pinned ones were put there to stay.
 * @param used the tab that the person named
 */
export function spareTabs<Tab extends SeenTab>(
  tabs: readonly Tab[],
  { host }: Pick<Portal, 'host'>,
  used?: number,
): Known<Tab>[] {
  const there = tabs.filter((tab): tab is Known<Tab> => isAt(tab, host));
  const newestFirst = there.toSorted(
    (one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0),
  );
  const kept = there.find(({ id }) => id === used) ?? newestFirst[0];
  return there.filter((tab) => tab !== kept && !tab.pinned);
}

/** Those that the person agreed to, as far as they still are of the exact host, and not pinned. */
export function agreedTabs<Tab extends SeenTab>(
  tabs: readonly Tab[],
  { host }: Pick<Portal, 'host'>,
  agreed: readonly number[],
): Known<Tab>[] {
  return tabs.filter(
    (tab): tab is Known<Tab> => isAt(tab, host) && !tab.pinned && agreed.includes(tab.id ?? -1),
  );
}

/**
 * Where a tab that was closed is opened again. An address that carries more than a path may carry a
 * session, or send something a second time: then it is the public sign-in page.
 */
export function addressAgain(url: string, portal: Pick<Portal, 'host' | 'path' | 'entry'>): string {
  const { protocol, username, search, hash, pathname } = new URL(url);
  const isPlain = protocol === 'https:' && !username && !search && !hash && !pathname.includes(';');
  return isPlain ? url : addressOf(portal);
}

function isAt({ id, url }: SeenTab, host: string): boolean {
  if (id === undefined || url === undefined || !URL.canParse(url)) return false;
  const { protocol, host: at } = new URL(url);
  return /^https?:$/.test(protocol) && at === host;
}
