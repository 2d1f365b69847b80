import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first. */
const longest = [
  'browser/tour.test.ts',
  'browser/screens-first.test.ts',
  'browser/screens-several.test.ts',
  'browser/vault-killed.test.ts',
  'browser/faults.test.ts',
  'browser/audit.test.ts',
  'browser/repair-storage.test.ts',
];

/** They begin first, or one of them would run alone at the end; then whatever has a browser. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(name));
  if (place >= 0) return place;
  return project.name === 'browser' ? longest.length : longest.length + 1;
}
