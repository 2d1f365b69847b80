import { beforeAll, expect, test } from 'vitest';
import { judgeCredential, type CredentialVerdict } from '../../src/certificate/index.ts';
import { composed } from './mistakes/composed.ts';
import { everyMaterial } from './mistakes/every-material.ts';
import { expectedLabels } from './mistakes/expected.ts';
import { handed, seeded } from './mistakes/handed.ts';
import { healthyTwins } from './mistakes/healthy-twins.ts';
import { mistakes } from './mistakes/index.ts';
import { healthy, type Attempt, type Label, type Material } from './mistakes/mistake.ts';
import { usePki } from './pki.ts';

const timeout = 180_000;
const pki = usePki();
let materials: Material[] = [];
beforeAll(async () => {
  materials = await everyMaterial(pki());
}, timeout);

const spoken = ({ cause, detail }: Label) => [cause, detail].filter(Boolean).join(' ');
const faultsOf = ({ findings }: CredentialVerdict) =>
  findings
    .filter(({ status }) => status === 'fail')
    .map(({ id, detail }) => [id, detail].filter(Boolean).join(' '));
/** In spite of these, and of no other, there is something to keep. */
const bearable = [
  'cert.expired',
  'cert.moral',
  'cert.not_yet',
  'cert.not_yet clock_behind',
  'cert.superseded',
  'cert.superseded newer_brought',
  'cert.weak_alg old_hash',
  'cert.weak_alg small_key',
  'pwd.encoding',
];
const causesOf = (verdict: CredentialVerdict) =>
  faultsOf(verdict).map((fault) => fault.split(' ')[0]);

async function judged(attempt: Attempt, random: () => number): Promise<CredentialVerdict> {
  const { password, at, options } = attempt;
  const verdict = await judgeCredential(handed(attempt, random), password, at, options);
  // What a person is told to mend first is the first of what was found.
  expect(verdict.cause).toBe(causesOf(verdict)[0]);
  return verdict;
}

/** All of them at the same time; `undefined` where there is nothing to judge. */
async function withEach(
  judge: (material: Material, other: Material) => Promise<CredentialVerdict> | undefined,
): Promise<{ material: Material; verdict: CredentialVerdict }[]> {
  const results = await Promise.all(
    materials.map(async (material, index) => {
      const other = materials[(index + 1) % materials.length] ?? material;
      return { material, verdict: await judge(material, other) };
    }),
  );
  return results.flatMap(({ material, verdict }) => (verdict ? [{ material, verdict }] : []));
}

test('every kind of mistake is named, with every e.firma', { timeout }, async () => {
  const random = seeded(1);
  const wrong: string[] = [];
  const rows: string[] = [];
  for (const mistake of mistakes) {
    const results = await withEach((material, other) => {
      if (mistake.appliesTo?.(material) === false) return undefined;
      return judged(mistake.make(healthy(material), material, other), random);
    });
    const missed = results.flatMap(({ material, verdict }) => {
      const expected = expectedLabels([mistake], material).map(spoken).join(', ');
      const found = faultsOf(verdict).join(', ');
      return found === expected ? [] : `${material.name}: ${found} instead of ${expected}`;
    });
    wrong.push(...missed.map((text) => `${mistake.id}, ${text}`));
    for (const { material, verdict } of results) {
      const isBearable = faultsOf(verdict).every((fault) => bearable.includes(fault));
      if (isBearable !== (verdict.key !== undefined)) {
        wrong.push(`${mistake.id}, ${material.name}: ${isBearable ? 'no key' : 'a key'}`);
      }
    }
    const named = `${results.length - missed.length}/${results.length}`;
    rows.push(`${mistake.id.padEnd(28)} ${spoken(mistake.label).padEnd(40)} ${named}`);
    expect(results.length).toBeGreaterThan(1);
  }
  console.log(rows.join('\n'));
  expect(wrong).toEqual([]);
});

test(
  'several mistakes at once are all named, the one to mend first first',
  { timeout },
  async () => {
    const random = seeded(2);
    const wrong: string[] = [];
    let [named, tried] = [0, 0];
    for (let turn = 0; turn < 20; turn++) {
      const sets = new Map(materials.map((material) => [material, composed(mistakes, random)]));
      const results = await withEach((material, other) => {
        const made = sets.get(material) ?? [];
        if (made.some(({ appliesTo }) => appliesTo?.(material) === false)) return undefined;
        const attempt = made.reduce(
          (before, mistake) => mistake.make(before, material, other),
          healthy(material),
        );
        return judged(attempt, random);
      });
      for (const { material, verdict } of results) {
        const made = sets.get(material) ?? [];
        const expected = expectedLabels(made, material).map(({ cause }) => cause);
        const found = causesOf(verdict);
        tried += 1;
        if (found.join() === expected.join()) named += 1;
        else {
          const ids = made.map(({ id }) => id).join(' + ');
          wrong.push(`${ids}, ${material.name}: ${found.join()} instead of ${expected.join()}`);
        }
      }
    }
    console.log(`several mistakes at once: ${named}/${tried} named`);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  },
);

test('what is right costs no cause, however it is brought', { timeout }, async () => {
  const random = seeded(3);
  const wrong: string[] = [];
  for (const { what, appliesTo, make } of healthyTwins) {
    const results = await withEach((material, other) =>
      appliesTo?.(material, other) === false ? undefined : judged(make(material, other), random),
    );
    for (const { material, verdict } of results) {
      const expected = material.standing.map(({ cause }) => cause);
      const found = causesOf(verdict);
      if (found.join() !== expected.join())
        wrong.push(`${what}, ${material.name}: ${found.join()}`);
      if (!verdict.key || !verdict.files) wrong.push(`${what}, ${material.name}: no key`);
    }
  }
  const twins = `${healthyTwins.length} ways × ${materials.length}`;
  console.log(`what is right, brought in ${twins}: ${wrong.length} false causes`);
  expect(wrong).toEqual([]);
});

test('the kinds are at least sixty, each with an id and words of its own', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(mistakes.map(({ id }) => id)).size).toBe(mistakes.length);
  expect(new Set(mistakes.map(({ what }) => what)).size).toBe(mistakes.length);
});
