import { browser } from '../../browser.ts';
import type { DiagnosisRequest } from '../../messages.ts';
import { portalOfTab } from '../../portals/index.ts';
import { tabIn } from '../../ui/app-url.ts';

/** What a diagnosis is about: a tab, what the person said, or neither: the last failure seen. */
export type Subject = Pick<DiagnosisRequest, 'tabId' | 'asked'>;

/**
 * What there is to begin with, without asking: the tab in the address, a failure that was seen, the
 * portal's page that was used last. Undefined when the person has to tell.
 */
export async function findSubject(hasSeenFailure: boolean): Promise<Subject | undefined> {
  const named = tabIn(location.hash);
  if (named !== undefined) return { tabId: named };
  if (hasSeenFailure) return {};
  const tabs = await browser.tabs.query({});
  const [latest] = tabs
    .filter(portalOfTab)
    .toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  return latest?.id === undefined ? undefined : { tabId: latest.id };
}
