/**
 * How the sign-in page of each portal answers, in whatever tab: one that fails now and then is told
 * from one that is down by what it answered before. The person's own reloads are the asking again.
 */
import { isOfOwnWay } from '../diagnosis/index.ts';
import type { PageAnswer } from '../evidence/gatherer.ts';
import { isFormAt, portalAt, type PortalId } from '../portals/index.ts';
import { sessionCollection } from '../storage.ts';
import { reportBug } from './report-bug.ts';
import { watchedUrls } from './watched-urls.ts';

type Details = Pick<chrome.webRequest.WebRequestDetails, 'method' | 'timeStamp' | 'url'>;

const kept = 8;

const answers = sessionCollection<PageAnswer[]>('answers');

export function watchAnswers(ready: Promise<void>): void {
  const { onCompleted, onErrorOccurred } = chrome.webRequest;
  const pages = {
    urls: watchedUrls,
    types: ['main_frame'],
  } satisfies chrome.webRequest.RequestFilter;
  const note = (details: Details, isBroken: boolean): void => {
    void ready.then(() => keep(details, isBroken)).catch(reportBug);
  };
  onCompleted.addListener((details) => {
    if (!details.fromCache) note(details, details.statusCode >= 500);
  }, pages);
  onErrorOccurred.addListener((details) => {
    if (!isOfOwnWay(details.error.replace('net::ERR_', ''))) note(details, true);
  }, pages);
}

/** Of the sign-in page of a portal, oldest first. */
export async function answersOf(portal: PortalId): Promise<readonly PageAnswer[]> {
  return (await answers.get(portal)) ?? [];
}

async function keep({ method, timeStamp, url }: Details, isBroken: boolean): Promise<void> {
  const portal = portalAt(url);
  if (!portal || method !== 'GET' || !isFormAt(portal, url)) return;
  await navigator.locks.request(`answers:${portal.id}`, async () => {
    const before = await answersOf(portal.id);
    await answers.set(portal.id, [...before, { at: timeStamp, isBroken }].slice(-kept));
  });
}
