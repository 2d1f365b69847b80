import { expect, test } from 'vitest';
import { repairIds } from '../../src/diagnosis/repair-ids.ts';
import { codeOfFile, filesUnder, sources } from './tree.ts';

const files = filesUnder('src/repairs', /\.ts$/).filter((path) =>
  /\b(?:Automatic|Guided)Repair\b/.test(codeOfFile(path).replace(/export type \{.*/g, '')),
);
const nameOf = (path: string) => path.replace(/^.*\/|\.ts$/g, '');
const repairFiles = files.map(nameOf).filter((name) => name !== 'repair');
const index = codeOfFile('src/repairs/index.ts');

test('every repair is a file, and every file of a repair is known', () => {
  expect(repairFiles.toSorted()).toEqual([...repairIds].toSorted());
});

test('the id of a repair is the name of its file', () => {
  for (const name of repairFiles) {
    expect(codeOfFile(`src/repairs/${name}.ts`)).toContain(`id: '${name}'`);
  }
});

test('the list has every repair, in the order of the ladder', () => {
  const fileOf = new Map(
    [...index.matchAll(/import \{? ?(\w+) ?\}? from '\.\/([\w-]+)\.ts'/g)].map(
      ([, variable = '', name = '']) => [variable, name],
    ),
  );
  const list = /repairs: readonly Repair\[\] = \[([^\]]*)\]/.exec(index)?.[1] ?? '';
  const listed = [...list.matchAll(/\w+/g)].map(([variable]) => fileOf.get(variable));
  expect(listed).toEqual([...repairIds]);
});

/** Files whose code fits. */
const filesWith = (pattern: RegExp) => sources.filter((path) => pattern.test(codeOfFile(path)));

test('site data is cleared in one place, which asks for origins', () => {
  expect(filesWith(/browsingData/)).toEqual(['src/repairs/clear-origins.ts']);
  expect(codeOfFile('src/repairs/clear-origins.ts').match(/browsingData/g)).toHaveLength(1);
});

test('cookies are read in one place, and written and removed in one other', () => {
  expect(filesWith(/cookies\.get/)).toEqual(['src/evidence/portal-cookies.ts']);
  expect(filesWith(/cookies\.set\b/)).toEqual(['src/repairs/cookie-changes.ts']);
});

test('no cookie is removed by name and address: that takes its namesakes along', () => {
  expect(filesWith(/cookies\.remove\b|cookies\[/)).toEqual([]);
});
