/** The last sign-in that failed before our eyes, for as long as it says something. */
import type { PageFacts } from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import { session, type SeenFailure } from '../storage.ts';

export async function keepFailure(failure: SeenFailure): Promise<void> {
  await change(() => failure);
}

/** Another attempt has begun in the tab: what failed may still be asked about. */
export async function endFailure(tabId: number): Promise<void> {
  await change((last) => (last?.tabId === tabId ? { ...last, isOver: true } : last));
}

/** Nothing had failed in the tab after all: the page was slow, or the person tried again in it. */
export async function dropFailure(tabId: number): Promise<void> {
  await change((last) => (last?.tabId === tabId ? undefined : last));
}

/** The portal lets the person in by now, in whatever tab. */
export async function dropFailureOf(portal: PortalId): Promise<void> {
  await change((last) => (last?.portal === portal ? undefined : last));
}

/** Past the cache the page works: that is evidence for whoever asks again why `attempt` failed. */
export async function noteCacheWasWrong({ at, portal }: PageFacts): Promise<void> {
  await change((last) =>
    last?.page.at === at && last.portal === portal
      ? { ...last, page: { ...last.page, bypassCacheOk: true } }
      : last,
  );
}

/** One change at a time: of two that overlap, neither undoes the other. */
async function change(
  work: (last: SeenFailure | undefined) => SeenFailure | undefined,
): Promise<void> {
  await navigator.locks.request('last-failure', async () => {
    const { lastFailure } = await session.get('lastFailure');
    const next = work(lastFailure);
    if (next === lastFailure) return;
    if (next) await session.set({ lastFailure: next });
    else await session.remove('lastFailure');
  });
}
