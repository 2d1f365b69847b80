import { browser } from '../browser.ts';
import { pause } from '../evidence/pause.ts';
import type { PortalAsk } from '../messages.ts';
import { inTurn, readTabAsks, type FrameAsk } from './tab-asks.ts';

/** Milliseconds that the browser may be late to say that an answer came. */
const lateBy = 1000;
const lookEvery = 50;

/**
 * What the portal asked of the widget that a frame shows; undefined where it asked for nothing. What
 * nobody saw, because it was asked before we came or more was asked than is kept, is unread. The
 * frame is the one of a result of `scripting.executeScript`.
 */
export async function askOf(tabId: number, frameId: number): Promise<PortalAsk | undefined> {
  const { shown, asksNothing, coming } = (await settled(tabId, frameId)) ?? {};
  const ask = shown ?? (asksNothing ? undefined : coming?.ask);
  if (!ask && (asksNothing || coming?.asksNothing)) return undefined;
  const { url = '' } = await browser.tabs.get(tabId);
  const origin = URL.canParse(url) ? new URL(url).origin : 'null';
  if (!ask) return { origin, operation: '', wants: [], unread: ['all'] };
  return { ...ask, ...(origin !== ask.origin && { isForeign: true }) };
}

/** The cadena that a page at `origin` had signed in a tab, where there is no doubt which. */
export async function cadenaAskedBy(origin: string, tabId: number): Promise<string | undefined> {
  const asks = Object.values(await inTurn(() => readTabAsks(tabId)));
  const cadenas = asks.flatMap(({ shown }) =>
    shown?.origin === origin && shown.cadena !== undefined ? [shown.cadena] : [],
  );
  const [only, ...others] = new Set(cadenas);
  return others.length === 0 ? only : undefined;
}

async function settled(tabId: number, frameId: number): Promise<FrameAsk | undefined> {
  const giveUpAt = performance.now() + lateBy;
  for (;;) {
    const ask = (await inTurn(() => readTabAsks(tabId)))[frameId];
    if ((ask && !ask.coming) || performance.now() > giveUpAt) return ask;
    await pause(lookEvery, undefined);
  }
}
