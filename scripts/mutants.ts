/**
 * What `npm run mutants` runs: every check in the validation of paths, lists and answers is taken out
 * in turn, every limit moved by one, and some test must fail for it. It prints what no test notices,
 * and fails where that is not among what changes nothing. `npm run mutants -- crl` does so for the
 * files with that in their path only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equivalents, type Equivalent } from './mutants/equivalent.ts';
import { findMutants } from './mutants/find-mutants.ts';
import type { Mutant } from './mutants/mutant.ts';
import { tryMutants } from './mutants/try-mutants.ts';

const folders = ['chain', 'crl', 'revocation'].map((name) => `src/certificate/${name}`);

/** Names of faults and reasons: words, and no checks. */
const words = ['chain/chain-fault.ts', 'revocation/revocation-status.ts'];

const [part = ''] = process.argv.slice(2);
const files = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && path.includes(part))
  .filter((path) => !words.some((word) => path.endsWith(word)))
  .toSorted();

const mutants = files.flatMap((file) => findMutants(file, readFileSync(file, 'utf8')).mutants);
const start = performance.now();
const said = await tryMutants(files);
if (!said) throw new Error('a test fails with every check in its place');

const noticed = new Set([...said.values()].flatMap((test) => test.noticed));
const reached = new Set([...said.values()].flatMap((test) => test.reached));
const survivors = mutants.filter(({ id }) => !noticed.has(id));
const isOf = (one: Equivalent, { file, within, text }: Mutant) =>
  one.file === file && one.within === within && one.text === text;
const unexpected = survivors.filter((mutant) => !equivalents.some((one) => isOf(one, mutant)));
const outdated = equivalents.filter(
  (one) => one.file.includes(part) && !survivors.some((mutant) => isOf(one, mutant)),
);

for (const { id, file, line, within, text } of unexpected) {
  console.log(`${file}:${line} ${within}${reached.has(id) ? '' : ' (in no test)'}\n  ${text}`);
}
for (const { file, within, text } of outdated) {
  console.log(`${file} ${within}: noticed, or not there any more\n  ${text}`);
}
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
console.log(
  `${mutants.length} checks taken out in ${minutes} min: ${noticed.size} noticed by a test, ` +
    `${survivors.length - unexpected.length} change nothing, ${unexpected.length} not noticed`,
);
if (unexpected.length + outdated.length > 0) process.exitCode = 1;
