/** What is known before anybody looks: which portal, which tab, which attempt, which e.firma. */
import { browser } from '../browser.ts';
import { readText, type AskedFacts, type PageFacts } from '../diagnosis/index.ts';
import type { Scene } from '../evidence/gatherer.ts';
import type { DiagnosisRequest } from '../messages.ts';
import { findPortal, portalOfTab, type KnownPortal, type PortalId } from '../portals/index.ts';
import { local, session } from '../storage.ts';
import { attemptOf } from './attempts.ts';
import { certificatesAtHand } from './certificates-at-hand.ts';
import { clockOf } from './server-time.ts';

type Answers = NonNullable<DiagnosisRequest['asked']>;

/**
 * The tab that was named, if a portal's page is in it; else the portal that the person named; else
 * the failure that was seen last, in that tab if one was named.
 */
export async function sceneOf({ tabId, asked }: DiagnosisRequest): Promise<Scene> {
  const place = await placeOf(tabId, asked);
  return {
    ...(await around(place)),
    ...(asked && { asked: read(asked, place.portal?.id) }),
  };
}

/** An attempt as it was; nothing that its tab shows since is mixed in. */
export async function sceneOfAttempt(id: PortalId, attempt: PageFacts): Promise<Scene> {
  const portal = findPortal(id);
  return await around({ ...(portal && { portal }), attempt });
}

type Place = Pick<Scene, 'portal' | 'tabId' | 'attempt'>;

async function around(place: Place): Promise<Scene> {
  const [{ pause }, certificates] = await Promise.all([local.get('pause'), certificatesAtHand()]);
  const clock = await clockOf(place.portal && `https://${place.portal.host}`);
  return {
    ...place,
    ...(certificates && { certificates }),
    ...(clock && { clock }),
    paused: pause?.extensions.map(({ id }) => id) ?? [],
  };
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

async function tabWithPortal(
  tabId: number | undefined,
): Promise<{ portal: KnownPortal; tabId: number } | undefined> {
  if (tabId === undefined) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const portal = portalOfTab(tab);
  return portal && { portal, tabId };
}
