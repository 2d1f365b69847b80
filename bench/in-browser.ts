/** The part of the bench that runs in a page. What it is called with and gives back is JSON. */
import { hold, type Contest } from './contest.ts';
import { materialFrom, type MaterialText } from './material-text.ts';
import { tasks } from './tasks/index.ts';

async function benchmark(text: MaterialText): Promise<Contest[]> {
  const contests: Contest[] = [];
  for (const task of tasks) contests.push(await hold(task, materialFrom(text)));
  return contests;
}

Object.assign(globalThis, { benchmark });
