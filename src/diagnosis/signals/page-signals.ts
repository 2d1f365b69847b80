import type { Evidence, TextClass } from '../evidence.ts';
import { hasFailed, lacksWidget } from '../has-failed.ts';
import { isBrokenOff } from '../../is-broken-off.ts';
import type { AskedFacts, PageFacts } from '../facts.ts';
import type { NetworkFacts, ProbeFacts } from '../network-facts.ts';

/** Milliseconds after which a page that asks to wait is taken down as waited for. */
const busyFor = 30_000;

/** What the page says of itself; what the person says, only where the page says nothing. */
export function pageSignals(page: PageFacts | undefined, asked: AskedFacts | undefined): Evidence {
  const text = textOf(page) ?? asked?.class ?? (asked?.sees === 'blank' ? 'blank' : undefined);
  const widget = widgetOf(page) ?? (asked?.sees === 'closes' ? 'closed_early' : undefined);
  const portal = page?.portal ?? asked?.portal;
  return {
    ...(portal !== undefined && { portal }),
    ...(text && { text }),
    ...(widget && { widget }),
    ...((page?.loginLoop || asked?.sees === 'back_to_start') && { loginLoop: true }),
    ...(page?.filledWith !== undefined && { filled: true as const }),
    ...(page && damage(page)),
  };
}

/** A dialog that went away with nobody talking into the page was closed by the person. */
function widgetOf(page: PageFacts | undefined): PageFacts['widget'] {
  const isByPerson = page?.widget === 'closed_early' && page.foreignMessages === 0;
  return isByPerson ? undefined : page?.widget;
}

/** A page that asks to wait is still to send the first byte of what it is waited for. */
function ttfbOf({ ttfb = 0, isBusy }: PageFacts): number {
  return isBusy ? Math.max(ttfb, busyFor) : ttfb;
}

/** Of a page that did not come, or in which nothing can be seen, no form is missed. */
function lacksForm({ form, blank, net, http = 200 }: PageFacts): boolean {
  return form === 'missing' && !blank && net === undefined && http < 400;
}

/** The class of the newest text that has one; a page on which nothing can be seen is blank. */
function textOf(page: PageFacts | undefined): TextClass | undefined {
  const newest = page?.texts.findLast((text) => text.class)?.class;
  return newest ?? (page?.blank ? 'blank' : undefined);
}

/** What kept the page from being whole. A file that is gone from a page that works is not missed. */
function damage(page: PageFacts): Evidence {
  const { blocked, foreignMessages, missingChunks, fromCache, fromServiceWorker } = page;
  const isByWorker = fromServiceWorker > 0;
  // A page may be blank for many reasons; that it was whole past the service worker is only one.
  const lacksFiles = missingChunks > 0 && hasFailed(page);
  const isWorkerOld = lacksFiles || (page.blank && page.bypassCacheOk === true);
  return {
    ...(blocked > 0 && { blockedByClient: blocked }),
    ...((lacksWidget(page) || lacksForm(page)) && { selectors: 'missing' as const }),
    ...(foreignMessages > 0 && { foreignMsg: foreignMessages }),
    ...(lacksFiles && fromCache > 0 && !isByWorker && { chunkError: true }),
    ...(isWorkerOld && isByWorker && { swStale: true }),
    ...(page.bypassCacheOk !== undefined && { bypassCacheOk: page.bypassCacheOk }),
  };
}

/** The way to the portal and to the frame of its form: as the page met it, else by the probe. */
export function wayThere(page: PageFacts | undefined, network: NetworkFacts | undefined): Evidence {
  const portal = page?.net || page?.http ? page : brokenOff(network?.portal);
  const widget =
    page?.widgetNet || page?.widgetHttp
      ? { net: page.widgetNet, http: page.widgetHttp }
      : brokenOff(network?.widget);
  const redirect = page?.redirect ?? network?.portal.redirect;
  const ttfb = page && ttfbOf(page);
  return {
    ...(network && { online: network.online }),
    ...(portal.net && { net: portal.net }),
    ...(portal.http && { http: portal.http }),
    ...(ttfb && { ttfb }),
    ...(widget.net && { widgetNet: widget.net }),
    ...(widget.http && { widgetHttp: widget.http }),
    ...(redirect && { redirect }),
  };
}

/**
 * A probe asks without cookies, for another page: only its breakdowns speak of the portal. What
 * another extension keeps from us it need not keep from the portal's page.
 */
function brokenOff(probe: Partial<ProbeFacts> = {}): Partial<Pick<ProbeFacts, 'net' | 'http'>> {
  return isBrokenOff(probe) ? probe : {};
}
