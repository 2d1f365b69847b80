import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { readSnapshot, type Snapshot } from '../snapshot.ts';

/** Begins with what was read before the first paint, then follows every change. */
export function useSnapshot(first: Snapshot): Snapshot {
  const [snapshot, setSnapshot] = useState(first);
  useEffect(() => {
    const follow = (changes: object) => {
      // These change with every page that is loaded, and no screen of ours shows them.
      if (Object.keys(changes).every((key) => /^(asks|attempt):/.test(key))) return;
      void readSnapshot().then(setSnapshot);
    };
    browser.storage.onChanged.addListener(follow);
    return () => browser.storage.onChanged.removeListener(follow);
  }, []);
  return snapshot;
}
