/**
 * What `npm run accuracy` runs: every list of injected faults in a real browser, and every written
 * scenario. It prints how often the right cause was named, keeps the results, and writes
 * docs/exactitud.md. `npm run accuracy -- session tour` runs those lists only; the others stay as
 * they were.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { accuracyFolder, type InjectedResult } from '../tests/browser/injected/result.ts';
import { injectedLists } from '../tests/browser/injected/index.ts';
import { readResults, resultsPath, type Results } from './accuracy/results.ts';
import { scenarioCases, scoreAll, scoreOf } from './accuracy/score.ts';
import { buildExtension } from './build.ts';
import { causes } from '../src/diagnosis/index.ts';

const folderOfTests = 'tests/browser';

/** The file that runs each list of faults, by the name of the list. */
function testsByList(): Map<string, string> {
  const tests = readdirSync(folderOfTests).filter((name) => name.endsWith('.test.ts'));
  return new Map(
    tests.flatMap((name) => {
      const path = `${folderOfTests}/${name}`;
      const called = readFileSync(path, 'utf8').matchAll(/\brunInjected\(\s*'([\w-]+)'/g);
      return [...called].map(([, list = '']) => [list, path] as const);
    }),
  );
}

function run(files: readonly string[], folder: string): Promise<boolean> {
  const args = ['run', '--project', 'browser', '--project', 'matrix', ...files];
  const running = spawn(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // What fails is a result too: nothing is tried twice.
    env: { ...process.env, CI: '', [accuracyFolder]: folder },
  });
  return new Promise((done, fail) => {
    running.on('error', fail);
    running.on('close', (status) => done(status === 0));
  });
}

/** One list, as its run left it. */
function readRun(path: string): Results[string] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const all = lines.map((line) => JSON.parse(line) as InjectedResult);
  return {
    on: new Date().toISOString().slice(0, 10),
    chromium: all[0]?.chromium ?? '',
    results: all.map(({ id, cause, named, certainty, top3, signalsSeen, signals, test }) => ({
      id,
      cause,
      named,
      certainty,
      top3,
      signalsSeen,
      signals,
      test,
    })),
  };
}

/** @returns how many faults of the list cannot be made on this computer */
function sayWhatIsMissing(list: string): number {
  const unmet = (injectedLists[list] ?? []).filter(({ needs }) => needs && !needs.isMet);
  const reasons = new Set(unmet.map(({ needs }) => needs?.missing));
  for (const reason of reasons) console.warn(`«${list}» stays as it was. ${reason}`);
  return unmet.length;
}

const tests = testsByList();
const asked = process.argv.slice(2);
const unknown = asked.filter((list) => !tests.has(list));
if (unknown.length > 0) {
  console.error(`No hay listas «${unknown.join('», «')}»: son ${[...tests.keys()].join(', ')}.`);
  process.exit(2);
}
const wanted = asked.length > 0 ? asked : [...tests.keys()];

if (!buildExtension('warn')) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'firma-lista-accuracy-'));
const files = new Set(wanted.flatMap((list) => tests.get(list) ?? []));
const passed = await run([...files], folder);
const kept = Object.entries(readResults()).filter(([list]) => tests.has(list));
// Half a list says less than the one that was run where all of it could be.
const ran = readdirSync(folder)
  .map((name) => name.replace('.jsonl', ''))
  .filter((list) => sayWhatIsMissing(list) === 0)
  .map((list): [string, Results[string]] => [list, readRun(join(folder, `${list}.jsonl`))]);
rmSync(folder, { recursive: true });
const lists: Results = Object.fromEntries(
  [...new Map([...kept, ...ran])].toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(
  resultsPath,
  await format(JSON.stringify(lists), { ...(await resolveConfig(resultsPath)), parser: 'json' }),
);
// They are made out of what was just kept.
await import('./tables.ts');

const written = scenarioCases();
const injected = Object.values(lists).flatMap(({ results }) => results);
for (const { id } of causes) {
  const [real, paper] = [scoreOf(id, injected), scoreOf(id, written)];
  if (real.cases + paper.cases + real.false + paper.false === 0) continue;
  const { right, inTop3, cases } = real;
  console.log(
    `${id.padEnd(28)} provocada ${right}/${inTop3}/${cases}  escrita ${paper.right}/${paper.inTop3}/${paper.cases}  en falso ${real.false + paper.false}`,
  );
}
console.log('(la dijo / entre las tres / casos)');
console.log('Provocadas:', scoreAll(injected), 'Escritas:', scoreAll(written));
process.exitCode = passed ? 0 : 1;
