import { browser } from '../browser.ts';
import { codeOf, FirmaError } from '../errors.ts';
import type { FillPlan } from '../messages.ts';
import { portalAt, signingAt, type KnownPortal } from '../portals/index.ts';
import { local } from '../storage.ts';
import { askOf } from './ask-of.ts';
import { inEveryFrame } from './in-every-frame.ts';
import { inspectFrame } from './inspect-frame.ts';
import { judgeFrames, type InspectedFrame, type JudgedForm } from './judge-frames.ts';

/**
 * What would be put where in a tab, as it is now: a form may come up a little later.
 * @throws FirmaError `not_a_portal`, `form_not_found`, `other_way_to_enter`, `stranger_in_frames`,
 * `form_goes_elsewhere`, `form_in_address`, `form_opens_elsewhere`, `form_changed`
 */
export async function planFill(tabId: number): Promise<FillPlan> {
  const { url } = await browser.tabs.get(tabId);
  const portal = portalAt(url) ?? signingAt(url);
  if (!portal || portal.forms.length === 0 || url === undefined) {
    throw new FirmaError('not_a_portal');
  }
  const { frame, form, fit } = judge(await inspectFrames(tabId, portal), portal);
  const [{ settings }, ask] = await Promise.all([
    local.get('settings'),
    // A page itself is asked for nothing.
    frame.ancestors.length > 0 ? askOf(tabId, frame.frameId) : undefined,
  ]);
  return {
    portal: portal.id,
    purpose: portal.purpose,
    tabId,
    pageOrigin: new URL(url).origin,
    formOrigin: frame.origin,
    documentId: frame.documentId,
    formId: fit.formId,
    verified: portal.verified !== null,
    asks: { rfc: form.fields.rfc !== undefined, user: form.fields.user !== undefined },
    submits: settings?.submitsAt?.includes(portal.id) === true,
    ...(ask && { ask }),
  };
}

function judge(frames: readonly InspectedFrame[], { forms, host }: KnownPortal): JudgedForm {
  try {
    return judgeFrames(frames, forms);
  } catch (error) {
    const page = frames.find(
      ({ origin, ancestors }) => origin === `https://${host}` && ancestors.length === 0,
    );
    if (codeOf(error) === 'form_not_found' && page?.hasEfirmaButton) {
      throw new FirmaError('other_way_to_enter');
    }
    throw error;
  }
}

async function inspectFrames(
  tabId: number,
  { forms, efirmaButtons = [] }: KnownPortal,
): Promise<InspectedFrame[]> {
  const known = forms.map(({ fields }) => fields);
  const results = await inEveryFrame(tabId, inspectFrame, [known, efirmaButtons]);
  return results.flatMap(({ documentId, frameId, result }) =>
    result ? [{ ...result, documentId, frameId }] : [],
  );
}
