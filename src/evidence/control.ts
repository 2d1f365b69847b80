/** Another site, to tell a dead portal from a dead connection. */
import type { ControlFacts } from '../diagnosis/index.ts';
import { sessionCollection } from '../storage.ts';
import { pause } from './pause.ts';

/**
 * The public site of the federal government: it belongs to no portal, serves the whole country, and
 * has no part in signing in. Its smallest page is asked for.
 */
const origin = 'https://www.gob.mx';
const page = '/robots.txt';

/** Milliseconds that a verdict waits for it; who answers later is heard, and known the next time. */
const patience = 1_600;
const longest = 8_000;
const oncePer = 10_000;

interface Asked {
  facts: ControlFacts;
  /** Milliseconds since the epoch, by this computer. */
  at: number;
}

const asked = sessionCollection<Asked>('control');

/**
 * GET without cookies and without a referrer, at most once in ten seconds. No permission goes with
 * it: what the site answers stays hidden, and only whether it answers is known.
 */
export async function askControl(): Promise<ControlFacts> {
  const late = { answer: 'late', milliseconds: patience } as const;
  return await Promise.race([askOnce(), pause(patience, late)]);
}

async function askOnce(): Promise<ControlFacts> {
  const { host } = new URL(origin);
  return await navigator.locks.request(`control:${host}`, async () => {
    const last = await asked.get(host);
    const now = Date.now();
    if (last && now >= last.at && now - last.at < oncePer) return last.facts;
    const facts = await ask();
    // From the answer on: who was waited for in vain hears of it when they ask again.
    await asked.set(host, { facts, at: Date.now() });
    return facts;
  });
}

async function ask(): Promise<ControlFacts> {
  const start = performance.now();
  const answer = await fetch(origin + page, {
    mode: 'no-cors',
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(longest),
  }).then(
    () => 'yes' as const,
    () => 'no' as const,
  );
  return { answer, milliseconds: Math.round(performance.now() - start) };
}
