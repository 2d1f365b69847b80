/** What is known before anybody looks: which portal, which tab, which attempt, which e.firma. */
import { browser } from '../browser.ts';
import {
  hasFailed,
  isJudgement,
  mayBeNetwork,
  readText,
  type AskedFacts,
  type PageFacts,
} from '../diagnosis/index.ts';
import type { Scene } from '../evidence/gatherer.ts';
import type { DiagnosisRequest } from '../messages.ts';
import { findPortal, portalOfTab, type KnownPortal, type PortalId } from '../portals/index.ts';
import { local, session } from '../storage.ts';
import { attemptOf } from './attempts.ts';
import { certificatesAtHand } from './certificates-at-hand.ts';
import { failuresAt } from './count-failures.ts';
import { refusedSince } from './refused-files.ts';
import { clockOf } from './server-time.ts';
import { answersOf } from './watch-answers.ts';

type Answers = NonNullable<DiagnosisRequest['asked']>;

/**
 * The tab that was named, if a portal's page is in it; else the portal that the person named; else
 * the failure that was seen last, in that tab if one was named.
 */
export async function sceneOf({ tabId, asked, answers }: DiagnosisRequest): Promise<Scene> {
  const [place, tab] = await Promise.all([placeOf(tabId, asked), tabAt(tabId)]);
  const told = asked && read(asked, place.portal?.id);
  return {
    ...(await around({ ...place, ...(tab && { tab }) }, told)),
    asked: { ...told, ...(answers && { answers }) },
    mayBeNetwork: mayBeNetwork(place.attempt, told),
  };
}

/** An attempt as it was; nothing that its tab shows since is mixed in. */
export async function sceneOfAttempt(id: PortalId, attempt: PageFacts): Promise<Scene> {
  const portal = findPortal(id);
  return await around({ ...(portal && { portal }), attempt });
}

type Place = Pick<Scene, 'portal' | 'tabId' | 'tab' | 'attempt'>;

async function around(place: Place, told?: AskedFacts): Promise<Scene> {
  const { portal, attempt } = place;
  const [{ pause }, certificates] = await Promise.all([
    local.get('pause'),
    certificatesAtHand(attempt?.filledWith),
  ]);
  const [clock, answers, failures, refused] = await Promise.all([
    clockOf(portal && `https://${portal.host}`),
    portal && answersOf(portal.id),
    attempt && hasFailed(attempt) ? failuresAt(attempt.portal) : undefined,
    isOfOtherFiles(certificates !== undefined, attempt, told)
      ? undefined
      : refusedSince(certificates ? lastTried(attempt) : 0),
  ]);
  return {
    ...place,
    ...(certificates && { certificates }),
    ...(clock && { clock }),
    ...(answers && { answers }),
    ...(failures && { failures }),
    ...(refused && { refused }),
    paused: pause?.extensions.map(({ id }) => id) ?? [],
  };
}

/**
 * Whether it cannot be the files that were refused here before: who tells of a failure and has an
 * e.firma that is kept means that one, and what a portal says of somebody's account or certificate
 * it says of files that it could read.
 */
function isOfOtherFiles(isKept: boolean, attempt?: PageFacts, told?: AskedFacts): boolean {
  const said = told?.class ?? attempt?.texts.findLast((text) => text.class)?.class;
  return (isKept && told !== undefined) || (said !== 'trio_invalid' && isJudgement(said));
}

/**
 * When a sign-in failed; who has an e.firma that is kept tried it with that, whatever files were
 * refused before.
 */
function lastTried(attempt: PageFacts | undefined): number {
  return attempt && hasFailed(attempt) ? Date.parse(attempt.at) : 0;
}

/** What they copied is read as what a page shows is, and no more of it is kept. */
function read({ text, ...asked }: Answers, portal: PortalId | undefined): AskedFacts {
  return { ...asked, ...(text !== undefined && readText(text, portal)) };
}

async function placeOf(tabId: number | undefined, asked: Answers | undefined): Promise<Place> {
  const inTab = await tabWithPortal(tabId);
  if (inTab) {
    const attempt = await attemptOf(inTab.tabId);
    return { ...inTab, ...(attempt && { attempt }) };
  }
  // They tell of what was not seen: what was seen elsewhere is another story.
  const named = findPortal(asked?.portal);
  if (asked) return named ? { portal: named } : {};
  const { lastFailure } = await session.get('lastFailure');
  const failed = lastFailure && findPortal(lastFailure.portal);
  if (!failed || (tabId !== undefined && tabId !== lastFailure.tabId)) return {};
  const still = await tabWithPortal(lastFailure.tabId);
  return {
    portal: failed,
    attempt: lastFailure.page,
    ...(still?.portal.id === failed.id && { tabId: still.tabId }),
  };
}

/** Its address only where the browser lets us see it: at portals, and where the person called us. */
async function tabAt(id: number | undefined): Promise<Scene['tab']> {
  const tab = id === undefined ? undefined : await browser.tabs.get(id).catch(() => undefined);
  return tab?.id === undefined
    ? undefined
    : { id: tab.id, ...(tab.url !== undefined && { url: tab.url }) };
}

async function tabWithPortal(
  tabId: number | undefined,
): Promise<{ portal: KnownPortal; tabId: number } | undefined> {
  if (tabId === undefined) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const portal = portalOfTab(tab);
  return portal && { portal, tabId };
}
