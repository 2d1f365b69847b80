/** One run of the browser with this extension in it: its memory is gone with it. */
import { session } from '../storage.ts';

/** The same for every worker of a run. */
export async function currentRun(): Promise<string> {
  return await navigator.locks.request('run', async () => {
    const { run } = await session.get('run');
    if (run !== undefined) return run;
    const begun = crypto.randomUUID();
    await session.set({ run: begun });
    return begun;
  });
}
