import { describe, expect, test } from 'vitest';
import { revocationGaps } from '../../src/certificate/index.ts';
import { checkEvidenceKeys } from '../../src/diagnosis/checks/evidence-keys.ts';
import { missingReasons } from '../../src/diagnosis/facts.ts';
import {
  causes,
  checkGroups,
  checks,
  evidenceKeys,
  questions,
  type Question,
} from '../../src/diagnosis/index.ts';
import { minimumMajor } from '../../src/diagnosis/judge-browser.ts';
import { codeOfFile, filesUnder, readJson, sources } from './tree.ts';

const locale = readJson<Record<string, { message: string }>>('public/_locales/es/messages.json');
const keys = Object.keys(locale);
/** Words of the screens themselves, that only look like those of a list. */
const named = new Set(
  sources.flatMap((path) =>
    [...codeOfFile(path).matchAll(/\bt\(\s*'(\w+)'/g)].map(([, key = '']) => key),
  ),
);

const checkFiles = filesUnder('src/diagnosis/checks', /\.ts$/).filter(
  (path) => !/\/(?:index|check|evidence-keys)\.ts$/.test(path),
);
const nameOf = (path: string) => path.replace(/^.*\/|\.ts$/g, '');

describe('checks', () => {
  test('the list is the folder, and each id is the name of its file', () => {
    expect(checks.map(({ id }) => id).toSorted()).toEqual(checkFiles.map(nameOf).toSorted());
    for (const path of checkFiles) {
      expect(codeOfFile(path)).toContain(`id: '${nameOf(path)}'`);
    }
  });

  test('stand together by group, in the order of the groups', () => {
    const groups = checks.map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...checkGroups]);
  });

  test('every line of evidence that is listed is shown by one of them', () => {
    const judges = [...checkFiles, 'src/diagnosis/judge-probe.ts'];
    const code = judges.map(codeOfFile).join('\n');
    // What an answer about revocation lacks gives its line its name.
    const byReason = code.includes('`revocation_${revocation.reason}`') ? revocationGaps : [];
    const shown = new Set<string>(byReason.map((reason) => `revocation_${reason}`));
    const isShown = (key: string): boolean => shown.has(key) || code.includes(`'${key}'`);
    expect(checkEvidenceKeys.filter((key) => !isShown(key))).toEqual([]);
    expect(new Set(checkEvidenceKeys).size).toBe(checkEvidenceKeys.length);
  });

  test('the oldest version that is judged is the oldest that runs the extension', () => {
    const manifest = readJson<{ minimum_chrome_version: string }>('manifest.json');
    expect(manifest.minimum_chrome_version).toBe(`${minimumMajor}`);
  });
});

test('every file of a layer of causes is in their list, whole', () => {
  const layers = filesUnder('src/diagnosis/causes', /\.ts$/).filter(
    (path) => !/\/(?:index|cause-row)\.ts$/.test(path),
  );
  const ids = layers.flatMap((path) =>
    [...codeOfFile(path).matchAll(/\bid: '([\w.]+)'/g)].map(([, id = '']) => id),
  );
  expect(causes.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

describe('words', () => {
  test.each([
    ['finding_', checks.map(({ id }) => id.replaceAll('-', '_'))],
    ['check_group_', checkGroups],
    ['missing_', missingReasons],
    ['evidence_', [...checkEvidenceKeys, ...evidenceKeys]],
    [
      'one_question_',
      questions.flatMap(({ id, answers }: Question) => [
        id,
        ...answers.map((answer) => `${id}_${answer.id}`),
      ]),
    ],
  ] as const)('each %s has its sentence, and each sentence what it is for', (prefix, wanted) => {
    const expected = new Set(wanted.map((name) => prefix + name));
    const spare = (key: string) => key.startsWith(prefix) && !expected.has(key) && !named.has(key);
    expect([...expected].filter((key) => !locale[key]?.message)).toEqual([]);
    expect(keys.filter(spare)).toEqual([]);
  });

  test('sentences of the diagnosis have at most twenty words', () => {
    const long = keys
      .filter((key) => /^(?:finding|missing|evidence)_/.test(key))
      .flatMap((key) => (locale[key]?.message ?? '').split(/(?<=[.:»])\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 20);
    expect(long).toEqual([]);
  });
});

test('the watcher and the gatherer call the same page blank', () => {
  const measureOf = (...paths: string[]) =>
    [/'img, svg[^']*'/, /(?:width|height) > \d/g, /checkVisibility\.call\([^)]*\)/].map((part) =>
      paths
        .map(codeOfFile)
        .join('\n')
        .match(part)
        ?.toString()
        .replaceAll(/\s|,(?=\s*\})/g, ''),
    );
  const measure = measureOf('src/evidence/page.ts');
  expect(measure).not.toContain(undefined);
  expect(measureOf('src/bridge/watch/looks-blank.ts', 'src/bridge/watch/elements.ts')).toEqual(
    measure,
  );
});
