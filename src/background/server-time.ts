/**
 * Dates are judged by the portal's clock where it is known: people with a wrong clock are exactly
 * those who cannot get in. The portal's own answers carry it in their `Date` header.
 */
import { isFresh, offsetAt, type ClockReading } from '../clock.ts';
import { portals } from '../portals/index.ts';
import { session } from '../storage.ts';
import { heldCollection } from './held-collection.ts';
import { reportBug } from './report-bug.ts';
import { watchedUrls } from './watched-urls.ts';

const origins: ReadonlySet<string> = new Set(portals.map(({ host }) => `https://${host}`));

/** By origin: one portal's clock says nothing of another's. */
const readings = heldCollection<ClockReading>('clock');
/** Origin of the portal that was seen last. */
let last: string | undefined;

/**
 * Listens to the main frame of known portals and keeps how far this computer's clock is off. Of the
 * events that carry headers, this is the one that also tells what came out of the cache; an `Age`
 * tells of caches on the way, whose date is an old one.
 */
export function watchServerTime(ready: Promise<void>): void {
  chrome.webRequest.onResponseStarted.addListener(
    ({ url, fromCache, timeStamp, responseHeaders = [] }) => {
      const header = (wanted: string): string | undefined =>
        responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value;
      const serverTime = Date.parse(header('date') ?? '');
      const { origin } = new URL(url);
      const isOld = fromCache || header('age') !== undefined;
      if (isOld || Number.isNaN(serverTime) || !origins.has(origin)) return;
      const clock = { offset: serverTime - timeStamp, measuredAt: timeStamp };
      void ready.then(() => keep(origin, clock)).catch(reportBug);
    },
    { urls: watchedUrls, types: ['main_frame'] },
    ['responseHeaders'],
  );
}

/** Milliseconds within which one reading is as good as another: `Date` says whole seconds. */
const precision = 2000;
const goodFor = 60_000;

async function keep(origin: string, clock: ClockReading): Promise<void> {
  const before = await readings.get(origin);
  const age = clock.measuredAt - (before?.measuredAt ?? Number.NaN);
  const isSame = before !== undefined && Math.abs(clock.offset - before.offset) < precision;
  if (isSame && origin === last && age >= 0 && age < goodFor) return;
  last = origin;
  await Promise.all([readings.set(origin, clock), session.set({ clock })]);
}

/**
 * The time by the clock of the portal at `origin`; without one, by that of the portal that was seen
 * last. By this computer when none was seen.
 */
export async function serverNow(origin?: string): Promise<Date> {
  const now = Date.now();
  return new Date(now + offsetAt(now, await clockOf(origin)));
}

/** A time, and by whose clock. */
export interface Moment {
  at: Date;
  clock: 'portal' | 'computer';
}

/** The time by the clock of the portal that was seen last, else by this computer's. */
export async function serverClock(): Promise<Moment> {
  const now = Date.now();
  const reading = await clockOf();
  const clock = reading && isFresh(now, reading) ? 'portal' : 'computer';
  return { at: new Date(now + offsetAt(now, reading)), clock };
}

/** The reading of the portal at `origin`, or the last one of any. */
export async function clockOf(origin?: string): Promise<ClockReading | undefined> {
  return origin === undefined ? (await session.get('clock')).clock : await readings.get(origin);
}
