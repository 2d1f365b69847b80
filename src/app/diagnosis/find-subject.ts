import { browser } from '../../browser.ts';
import { sendMessage, type DiagnosisRequest } from '../../messages.ts';
import { portalOfTab } from '../../portals/index.ts';
import type { Snapshot } from '../../snapshot.ts';
import { tabIn } from '../../ui/app-url.ts';

/** What a diagnosis is about: a tab, what the person said, or neither: the last failure seen. */
export type Subject = Pick<DiagnosisRequest, 'tabId' | 'asked' | 'answers'>;

/**
 * What there is to begin with, without asking: the tab in the address, a failure that was seen, the
 * portal's page that was used last. Undefined when the person has to tell.
 */
export async function findSubject(
  lastFailure: Pick<NonNullable<Snapshot['lastFailure']>, 'tabId'> | undefined,
): Promise<Subject | undefined> {
  const named = tabIn(location.hash);
  if (named !== undefined) {
    const place = named === lastFailure?.tabId ? 'portal' : await placeOf(named);
    if (place === 'portal' || (place === 'elsewhere' && !lastFailure)) return { tabId: named };
  }
  if (lastFailure) return {};
  const tabs = await browser.tabs.query({});
  const [latest] = tabs
    .filter(portalOfTab)
    .toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  return latest?.id === undefined ? undefined : { tabId: latest.id };
}

/**
 * A portal's sign-in page, or what is taken for one: in clear, or at an address like it; or a page
 * that is no portal's, where somebody may have meant to sign in.
 */
async function placeOf(tabId: number): Promise<'portal' | 'elsewhere' | undefined> {
  if (portalOfTab(await browser.tabs.get(tabId).catch(() => undefined))) return 'portal';
  const { host, scheme } = (await sendMessage('diagnose', { tabId, depth: 'local' })).signals;
  if (host === 'lookalike' || (host === 'ok' && scheme === 'http')) return 'portal';
  return host === 'other' ? 'elsewhere' : undefined;
}
