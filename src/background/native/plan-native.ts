import { browser } from '../../browser.ts';
import { FirmaError } from '../../errors.ts';
import type { NativePlan } from '../../messages.ts';
import { portalAt, type KnownPortal, type NativeProtocol } from '../../portals/index.ts';
import { withoutLineEnds } from '../../signature/index.ts';
import { keepChallenge } from './challenges.ts';
import { fetchChallenge } from './fetch-challenge.ts';
import { inDocument } from '../in-document.ts';
import { lookAtPage } from './look-at-page.ts';

/**
 * What would be signed and sent in a tab. IDSE is asked for a fresh value each time.
 * @throws FirmaError `not_a_portal`, `stranger_in_frames`, `other_way_to_enter`, `form_not_found`,
 * `form_goes_elsewhere`, `page_too_old`, `challenge_missing`; `challenge_unknown` for a value that does not look as
 * the portal's do
 */
export async function planNative(tabId: number): Promise<NativePlan> {
  const portal = portalAt((await browser.tabs.get(tabId)).url);
  const native = portal?.native;
  if (!portal || !native) throw new FirmaError('not_a_portal');
  const page = await lookAtPage(tabId, portal, native);
  const challenge =
    native.kind === 'sat-token' ? page.challenge : await askFor(tabId, portal, native, page);
  if (!challenge) throw new FirmaError('challenge_missing');
  const text = native.kind === 'idse-cms' ? withoutLineEnds(challenge) : challenge;
  if (!new RegExp(`^(?:${native.challenge})$`).test(text)) {
    throw new FirmaError('challenge_unknown');
  }
  const plan: NativePlan = {
    portal: portal.id,
    tabId,
    pageOrigin: page.origin,
    documentId: page.documentId,
    verified: portal.verified !== null,
    challenge,
    asksAccount: native.kind === 'idse-cms',
  };
  await keepChallenge(plan);
  return plan;
}

async function askFor(
  tabId: number,
  { path }: KnownPortal,
  { challengePath, siteId }: NativeProtocol & { kind: 'idse-cms' },
  { origin, documentId }: { origin: string; documentId: string },
): Promise<string | undefined> {
  const location = `${origin}${path}/`;
  return await inDocument({ tabId, documentId }, fetchChallenge, {
    origin,
    challengePath,
    siteId,
    location,
  });
}
