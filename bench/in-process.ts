/** The part of the bench that runs in a Node of its own: JSON in its argument, JSON out. */
import { hold, type Contest } from './contest.ts';
import { materialFrom, type MaterialText } from './material-text.ts';
import { tasks } from './tasks/index.ts';
import { opensPair, readsCertificate, validatesChain } from './tasks/node-crypto.ts';

/** Where OpenSSL does what a task asks. */
const limits = [
  readsCertificate,
  opensPair('privateKey'),
  opensPair('privateKeyAes'),
  validatesChain,
];

const material = materialFrom(JSON.parse(process.argv[2] ?? '') as MaterialText);
const contests: Contest[] = [];
for (const [index, task] of tasks.entries()) {
  const limit = limits[index];
  const contestants = [...task.contestants, ...(limit ? [limit] : [])];
  contests.push(await hold({ ...task, contestants }, material));
}
process.stdout.write(JSON.stringify(contests));
