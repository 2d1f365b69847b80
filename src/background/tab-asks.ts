/** What is kept of the widgets of each tab: in the memory of the browser, a few of the newest. */
import type { PortalAsk } from '../messages.ts';
import { heldCollection } from './held-collection.ts';
import { turns } from './turns.ts';

export interface FrameAsk {
  /** Milliseconds since the epoch: of the newest request. */
  at: number;
  /** Of the document that the frame shows. */
  shown?: PortalAsk;
  /** The frame shows a widget that was opened without asking it for anything. */
  asksNothing?: true;
  /** The request whose answer that document is. */
  answered?: string;
  /** On its way; with neither it leads elsewhere. */
  coming?: { requestId: string; ask?: PortalAsk; asksNothing?: true };
}

/** By frame id. Of a widget that is not here nobody knows what it was asked for. */
export type TabAsks = Readonly<Record<string, FrameAsk>>;

/** A page opens one, and procedures of many parts a few; more would fill the memory for nothing. */
const mostFrames = 4;
const mostTabs = 12;

const tabs = heldCollection<TabAsks>('asks');

export async function readTabAsks(tabId: number): Promise<TabAsks> {
  return (await tabs.get(String(tabId))) ?? {};
}

/** Changes one frame of a tab; without `ask` it is forgotten. */
export async function writeFrameAsk(
  tabId: number,
  frameId: number,
  ask: FrameAsk | undefined,
): Promise<void> {
  const { [frameId]: before, ...others } = await readTabAsks(tabId);
  const frames = Object.entries(ask ? { ...others, [frameId]: ask } : others);
  if (frames.length === 0) return forgetTabAsks(tabId);
  if (!before) await makeRoom(tabId);
  const kept = frames.toSorted(([, one], [, other]) => other.at - one.at).slice(0, mostFrames);
  await tabs.set(String(tabId), Object.fromEntries(kept));
}

export async function forgetTabAsks(tabId: number): Promise<void> {
  await tabs.remove(String(tabId));
}

async function makeRoom(tabId: number): Promise<void> {
  const newest = (frames: TabAsks): number =>
    Math.max(...Object.values(frames).map(({ at }) => at));
  const others = (await tabs.entries()).filter(([id]) => id !== String(tabId));
  const newestFirst = others.toSorted(([, one], [, other]) => newest(other) - newest(one));
  for (const [id] of newestFirst.slice(mostTabs - 1)) await tabs.remove(id);
}

/** One at a time, in the order in which they happen: requests come in bursts. */
export const inTurn = turns();
