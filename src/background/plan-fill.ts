import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import type { FillPlan } from '../messages.ts';
import { portalAt, type FillForm } from '../portals/index.ts';
import { inspectFrame } from './inspect-frame.ts';
import { judgeFrames, type InspectedFrame } from './judge-frames.ts';

/**
 * What would be put where in a tab.
 * @throws FirmaError `not_a_portal`, `form_not_found`, `stranger_in_frames`, `form_goes_elsewhere`
 */
export async function planFill(tabId: number): Promise<FillPlan> {
  const { url } = await browser.tabs.get(tabId);
  const portal = portalAt(url);
  if (!portal?.form || url === undefined) throw new FirmaError('not_a_portal');
  const frame = judgeFrames(await inspectFrames(tabId, portal.form), portal.form);
  return {
    portal: portal.id,
    tabId,
    pageOrigin: new URL(url).origin,
    formOrigin: frame.origin,
    documentId: frame.documentId,
    verified: portal.verified !== null,
  };
}

async function inspectFrames(tabId: number, form: FillForm): Promise<InspectedFrame[]> {
  const results = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: inspectFrame,
    args: [form.fields],
  });
  return results.flatMap(({ documentId, result }) => (result ? [{ ...result, documentId }] : []));
}
