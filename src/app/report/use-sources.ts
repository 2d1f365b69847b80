import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../../messages.ts';
import type { Source, Sources } from '../../report/index.ts';
import { local, session } from '../../storage.ts';
import { TimeoutError, within } from '../../ui/within.ts';
import { ownBrowserFacts } from './own-browser-facts.ts';
import { shownTrial } from './shown-trial.ts';

/** Milliseconds for what this page reads by itself, and for the service worker. */
const patience = { own: 2_000, worker: 4_000 };

type Name = keyof Sources;

/** Each by itself: one that is broken keeps none of the others waiting. */
const readings: { readonly [Each in Name]: () => Promise<unknown> } = {
  diagnosis: async () => (await session.get('lastDiagnosis')).lastDiagnosis,
  failure: async () => (await session.get('lastFailure')).lastFailure,
  kept: async () => (await local.get('kept')).kept,
  inMemory: async () => (await session.get('inMemory')).inMemory,
  browser: () => ownBrowserFacts(patience.own / 2),
  trial: async () => shownTrial(),
  changes: () => sendMessage('listChanges'),
  history: () => sendMessage('readAudit'),
};

const ofWorker: ReadonlySet<Name> = new Set<Name>(['changes', 'history']);

const reading = Object.fromEntries(
  Object.keys(readings).map((name) => [name, undefined]),
) as unknown as Sources;

/** What the report is made of, as it comes; all of it within some seconds, whatever is broken. */
export function useSources(): Sources {
  const [sources, setSources] = useState(reading);
  useEffect(() => {
    for (const [name, read] of Object.entries(readings)) {
      void settle(name as Name, read).then((source) =>
        setSources((before) => ({ ...before, [name]: source })),
      );
    }
  }, []);
  return sources;
}

async function settle(name: Name, read: () => Promise<unknown>): Promise<Source> {
  const limit = ofWorker.has(name) ? patience.worker : patience.own;
  try {
    return { value: await within(limit, read()) };
  } catch (error) {
    return { failed: error instanceof TimeoutError ? 'no_answer' : 'failed' };
  }
}
